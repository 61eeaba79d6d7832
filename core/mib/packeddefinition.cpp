// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/packeddefinition.h"

namespace walkabout::mib {

PackedDefinition PackedDefinition::pack(const Definition &from, LargeTable<DefinitionExtra> &extras) {
    PackedDefinition packed{quint8(from.kind), quint8(from.access), quint8(from.status), quint8(from.syntax.form),
        quint8(from.syntax.keyword), from.name, from.syntax.name, from.description, from.oid, quint32(from.line),
        quint32(from.column), NoExtra};
    const DefinitionExtra extra{from.syntax.module, from.syntax.enums, from.syntax.ranges, from.syntax.sizes,
        from.units, from.hint, from.reference, from.defaultValue, from.index, from.augments, from.members,
        from.trapNumber};
    if (extra != DefinitionExtra()) {
        packed.extra = quint32(extras.size());
        extras.push_back(extra);
    }
    return packed;
}

Syntax PackedDefinition::syntax(std::span<const DefinitionExtra> extras) const {
    const DefinitionExtra none;
    const DefinitionExtra &rest = extra < extras.size() ? extras[extra] : none;
    return {syntaxName, rest.syntaxModule, rest.enums, rest.ranges, rest.sizes, Syntax::Form(form), BaseType(keyword)};
}

Definition PackedDefinition::unpacked(std::span<const DefinitionExtra> extras) const {
    const DefinitionExtra none;
    const DefinitionExtra &rest = extra < extras.size() ? extras[extra] : none;
    Definition whole;
    whole.kind = Definition::Kind(kind);
    whole.access = Access(access);
    whole.status = Status(status);
    whole.name = name;
    whole.line = int(line);
    whole.column = int(column);
    whole.syntax = syntax(extras);
    whole.units = rest.units;
    whole.hint = rest.hint;
    whole.description = description;
    whole.reference = rest.reference;
    whole.defaultValue = rest.defaultValue;
    whole.oid = oid;
    whole.index = rest.index;
    whole.augments = rest.augments;
    whole.members = rest.members;
    whole.trapNumber = rest.trapNumber;
    return whole;
}

} // namespace walkabout::mib
