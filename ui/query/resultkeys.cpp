// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultkeys.h"

namespace walkabout {

SortKey ResultKeys::value(const VarBind &varBind) {
    if (varBind.value.type() != Value::Type::OctetString)
        return SortKey::of(varBind.value, false);
    const NodeRef node = m_describe.library()->nearest(varBind.oid);
    auto known = m_octetsAreText.find(node.index());
    if (known == m_octetsAreText.end())
        known = m_octetsAreText.emplace(node.index(), SortKey::octetsAreText(node.type())).first;
    return SortKey::of(varBind.value, known->second);
}

} // namespace walkabout
