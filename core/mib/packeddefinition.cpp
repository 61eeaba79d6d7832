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

const DefinitionExtra &PackedDefinition::rest(std::span<const DefinitionExtra> extras) const {
    static constexpr DefinitionExtra None;
    return extra < extras.size() ? extras[extra] : None;
}

Syntax PackedDefinition::syntax(std::span<const DefinitionExtra> extras) const {
    const DefinitionExtra &more = rest(extras);
    return {syntaxName, more.syntaxModule, more.enums, more.ranges, more.sizes, Syntax::Form(form), BaseType(keyword)};
}

Definition PackedDefinition::unpacked(std::span<const DefinitionExtra> extras) const {
    const DefinitionExtra &more = rest(extras);
    Definition whole;
    whole.kind = Definition::Kind(kind);
    whole.access = Access(access);
    whole.status = Status(status);
    whole.name = name;
    whole.line = int(line);
    whole.column = int(column);
    whole.syntax = syntax(extras);
    whole.units = more.units;
    whole.hint = more.hint;
    whole.description = description;
    whole.reference = more.reference;
    whole.defaultValue = more.defaultValue;
    whole.oid = oid;
    whole.index = more.index;
    whole.augments = more.augments;
    whole.members = more.members;
    whole.trapNumber = more.trapNumber;
    return whole;
}

} // namespace walkabout::mib
