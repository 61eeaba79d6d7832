// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/typetable.h"

#include "core/mib/wellknown.h"

#include <algorithm>

namespace walkabout::mib {

namespace {

bool isOctets(BaseType base) {
    return base == BaseType::OctetString || base == BaseType::Opaque || base == BaseType::IpAddress
        || base == BaseType::NsapAddress;
}

} // namespace

TypeTable::TypeTable(Scope &scope, LibraryTables &data)
    : m_scope(scope)
    , m_data(data)
    , m_typeOf(size_t(scope.definitionCount()), Open)
    , m_parents(size_t(scope.definitionCount()), Scope::None) {
    for (qint32 id = 0; id < scope.definitionCount(); ++id)
        if (scope.isType(id))
            m_parents[size_t(id)] = parentOf(scope.moduleOf(id), scope.syntaxOf(id));
    for (qint32 id = 0; id < scope.definitionCount(); ++id)
        if (scope.isType(id))
            resolve(id);
}

qint32 TypeTable::add(const TypeRecord &record) {
    m_data.types.push_back(record);
    return qint32(m_data.types.size()) - 1;
}

qint32 TypeTable::baseRecord(std::string_view name, BaseType base) {
    const auto found = std::ranges::find(m_bases, name, &std::pair<std::string_view, qint32>::first);
    if (found != m_bases.end() && m_data.types[size_t(found->second)].base == base)
        return found->second;
    TypeRecord record;
    record.name = m_scope.names().place(name);
    record.base = base;
    const qint32 type = add(record);
    if (m_bases.size() < 64)
        m_bases.emplace_back(name, type);
    return type;
}

/// The SMI's own modules define their types by what they are in ASN.1; to everyone else they are base types. A module
/// that defines a type of such a name for itself means its own.
std::optional<BaseType> TypeTable::builtIn(qint32 module, const Syntax &syntax, qint32 found) {
    if (syntax.keyword != BaseType::None)
        return syntax.keyword;
    if (found != Scope::None) {
        const Unit &owner = m_scope.module(m_scope.moduleOf(found));
        if (!wellknown::isSmi(owner.view(owner.name)))
            return std::nullopt;
    }
    return wellknown::baseType(m_scope.module(module).view(syntax.name));
}

qint32 TypeTable::parentOf(qint32 module, const Syntax &syntax) {
    if (syntax.form != Syntax::Named || syntax.keyword != BaseType::None)
        return Scope::None;
    const std::string_view name = m_scope.module(module).view(syntax.name);
    if (name.empty() || !syntax.module.isEmpty())
        return lookUp(module, syntax);
    // Few types have most of a module's objects.
    Known &known = m_known[(size_t(uchar(name.back())) + name.size()) % m_known.size()];
    if (known.module != module || known.name != name)
        known = {module, name, lookUp(module, syntax)};
    return known.definition;
}

qint32 TypeTable::lookUp(qint32 module, const Syntax &syntax) {
    // A type of a known name is not guessed at: "Counter" of a module that forgot to import it is the SMI's.
    if (wellknown::baseType(m_scope.module(module).view(syntax.name)))
        return m_scope.findQuietly(module, m_scope.module(module).view(syntax.name), Scope::Sort::Type);
    return m_scope.find(module, syntax.name, Scope::Sort::Type, syntax.module);
}

void TypeTable::resolve(qint32 id) {
    m_stack.assign(1, id);
    while (!m_stack.empty()) {
        const qint32 top = m_stack.back();
        qint32 &state = m_typeOf[size_t(top)];
        const qint32 parent = m_parents[size_t(top)];
        if (state == Open && parent != Scope::None && m_typeOf[size_t(parent)] == Open) {
            state = UnderWay;
            m_stack.push_back(parent);
            continue;
        }
        m_stack.pop_back();
        if (state < 0)
            name(top);
    }
}

void TypeTable::name(qint32 id) {
    const Definition definition = m_scope.definition(id);
    const qint32 module = m_scope.moduleOf(id);
    const Unit &ast = m_scope.module(module);
    const std::string_view own = m_scope.nameOf(id);
    qint32 parent = -1;
    std::optional<BaseType> base;
    const qint32 parentId = m_parents[size_t(id)];
    if (wellknown::isSmi(ast.view(ast.name)))
        base = wellknown::baseType(own);
    if (!base && definition.syntax.form == Syntax::Named) {
        base = builtIn(module, definition.syntax, parentId);
        if (!base && parentId != Scope::None)
            parent = m_typeOf[size_t(parentId)];
        if (!base && parent < 0)
            m_scope.reporter(module).error(parentId == Scope::None ? "unknown-type" : "circular-type",
                definition.syntax.name.begin,
                parentId == Scope::None ? tr("The type %1 is not known. Import it from the module that defines it.")
                                              .arg(ast.text(definition.syntax.name))
                                        : tr("The type %1 is made of itself.").arg(ast.text(definition.name)));
    }
    TypeRecord record = refined(module, definition.syntax, parent);
    record.name = m_scope.placeOf(id);
    record.isNamed = true;
    record.module = module;
    record.parent = parent;
    if (base)
        record.base = *base;
    if (definition.syntax.form == Syntax::Sequence || definition.syntax.form == Syntax::SequenceOf)
        record.base = BaseType::Sequence;
    if (!definition.hint.isEmpty())
        record.hint = m_scope.names().place(ast.view(definition.hint));
    record.status = definition.status;
    record.line = quint32(definition.line);
    record.description = ast.place(definition.description);
    record.reference = ast.place(definition.reference);
    // A value range of octets is a length that lacks its SIZE.
    if (isOctets(record.base) && record.ownRanges && !record.ownSizes) {
        std::swap(record.ranges, record.sizes);
        std::swap(record.ownRanges, record.ownSizes);
    }
    m_typeOf[size_t(id)] = add(record);
}

TypeRecord TypeTable::refined(qint32 module, const Syntax &syntax, qint32 parent) {
    TypeRecord record;
    if (parent >= 0) {
        const TypeRecord &from = m_data.types[size_t(parent)];
        record.base = from.base;
        record.enums = from.enums;
        record.ranges = from.ranges;
        record.sizes = from.sizes;
        record.hint = from.hint;
    }
    const Unit &ast = m_scope.module(module);
    if (!syntax.enums.isEmpty()) {
        record.enums = {quint32(m_data.enums.size()), syntax.enums.count};
        record.ownEnums = true;
        for (const NamedNumber &item : sliced(ast.enums, syntax.enums))
            m_data.enums.push_back({m_scope.names().place(ast.view(item.label)), item.number});
    }
    const auto copied = [&](Slice slice) {
        const auto ranges = sliced(ast.ranges, slice);
        m_data.ranges.insert(m_data.ranges.end(), ranges.begin(), ranges.end());
        return Slice{quint32(m_data.ranges.size() - slice.count), slice.count};
    };
    if (!syntax.ranges.isEmpty()) {
        record.ranges = copied(syntax.ranges);
        record.ownRanges = true;
    }
    if (!syntax.sizes.isEmpty()) {
        record.sizes = copied(syntax.sizes);
        record.ownSizes = true;
    }
    return record;
}

qint32 TypeTable::typeOf(qint32 object) {
    const Syntax syntax = m_scope.syntaxOf(object);
    const qint32 module = m_scope.moduleOf(object);
    const Unit &ast = m_scope.module(module);
    TypeRecord record;
    switch (syntax.form) {
    case Syntax::Absent: return -1;
    case Syntax::Sequence:
    case Syntax::Choice: return baseRecord("SEQUENCE", BaseType::Sequence);
    case Syntax::SequenceOf:
        record.name = m_scope.names().place(ast.view(syntax.name));
        record.base = BaseType::Sequence;
        record.isSequenceOf = true;
        return add(record);
    case Syntax::Named: break;
    }
    const std::string_view written = ast.view(syntax.name);
    const qint32 found = parentOf(module, syntax);
    const std::optional<BaseType> base = builtIn(module, syntax, found);
    qint32 type = -1;
    if (base) {
        // "OCTET   STRING" is one name.
        const std::string_view spelled = *base == BaseType::OctetString ? std::string_view("OCTET STRING")
            : *base == BaseType::ObjectIdentifier && syntax.keyword != BaseType::None
            ? std::string_view("OBJECT IDENTIFIER")
            : written;
        type = baseRecord(spelled, *base);
    } else if (found != Scope::None) {
        type = m_typeOf[size_t(found)];
    } else {
        m_scope.reporter(module).error("unknown-type", syntax.name.begin,
            tr("The type %1 is not known. Import it from the module that defines it.").arg(decodeText(written)));
        type = baseRecord(written, BaseType::None);
    }
    if (syntax.enums.isEmpty() && syntax.ranges.isEmpty() && syntax.sizes.isEmpty())
        return type;
    record = refined(module, syntax, type);
    record.name = m_data.types[size_t(type)].name;
    record.parent = m_data.types[size_t(type)].isNamed ? type : -1;
    if (isOctets(record.base) && record.ownRanges && !record.ownSizes) {
        std::swap(record.ranges, record.sizes);
        std::swap(record.ownRanges, record.ownSizes);
        if (record.parent >= 0)
            record.ranges = m_data.types[size_t(record.parent)].ranges;
    }
    return add(record);
}

} // namespace walkabout::mib
