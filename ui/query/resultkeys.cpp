// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultkeys.h"

#include "core/work/namedobject.h"
#include "ui/query/resultrows.h"

namespace walkabout {

SortKey ResultKeys::of(int column, const VarBind &varBind) {
    switch (column) {
    case ResultRows::ValueText: return value(varBind);
    case ResultRows::Units: return units(varBind.oid);
    case ResultRows::Type: return type(varBind);
    default: return SortKey::of(varBind.oid);
    }
}

SortKey ResultKeys::value(const VarBind &varBind) {
    if (varBind.value.type() != Value::Type::OctetString)
        return SortKey::of(varBind.value, false);
    const NamedObject &object = m_describe.object(varBind.oid);
    auto known = m_octetsAreText.constFind(&object);
    if (known == m_octetsAreText.cend())
        known = m_octetsAreText.insert(&object, SortKey::octetsAreText(object.text().type()));
    return SortKey::of(varBind.value, *known);
}

const SortKey &ResultKeys::units(const Oid &oid) {
    const NamedObject &object = m_describe.object(oid);
    auto known = m_units.constFind(&object);
    if (known == m_units.cend())
        known = m_units.insert(&object, SortKey::text(object.node().units()));
    return *known;
}

const SortKey &ResultKeys::type(const VarBind &varBind) {
    const NamedObject &object = m_describe.object(varBind.oid);
    const std::pair key(&object, int(varBind.value.type()));
    auto known = m_types.constFind(key);
    if (known == m_types.cend())
        known = m_types.insert(key, SortKey::text(object.type(varBind.value)));
    return *known;
}

} // namespace walkabout
