// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/recordedagent.h"

#include <algorithm>

namespace walkabout {

RecordedAgent::RecordedAgent(const Recording &recording)
    : m_varBinds(recording.varBinds()) {}

qsizetype RecordedAgent::lowerBound(const Oid &oid) const {
    return std::ranges::lower_bound(m_varBinds, oid, {}, &VarBind::oid) - m_varBinds.begin();
}

qsizetype RecordedAgent::find(const Oid &oid) const {
    const qsizetype at = lowerBound(oid);
    return at < m_varBinds.size() && m_varBinds[at].oid == oid ? at : -1;
}

Value RecordedAgent::get(const Oid &oid) const {
    const qsizetype at = lowerBound(oid);
    if (at < m_varBinds.size() && m_varBinds[at].oid == oid)
        return m_varBinds[at].value;
    // A recording knows instances, not objects: where a neighbour shares all but the last part, the object is there.
    const auto isSibling
        = [&](qsizetype i) { return i >= 0 && i < m_varBinds.size() && m_varBinds[i].oid.startsWith(oid.parent()); };
    const bool hasObject = oid.size() > 1 && (isSibling(at) || isSibling(at - 1));
    return Value::exception(hasObject ? Value::Type::NoSuchInstance : Value::Type::NoSuchObject);
}

std::optional<VarBind> RecordedAgent::next(const Oid &oid) const {
    qsizetype at = m_last;
    if (at >= m_varBinds.size() || m_varBinds[at].oid != oid)
        at = std::ranges::upper_bound(m_varBinds, oid, {}, &VarBind::oid) - m_varBinds.begin();
    else
        ++at;
    if (at >= m_varBinds.size())
        return std::nullopt;
    m_last = at;
    return m_varBinds[at];
}

AgentData::SetResult RecordedAgent::set(const VarBinds &varBinds) {
    for (qsizetype i = 0; i < varBinds.size(); ++i) {
        const qsizetype at = find(varBinds[i].oid);
        if (at < 0)
            return {ErrorStatus::NoCreation, int(i) + 1};
        if (m_varBinds[at].value.type() != varBinds[i].value.type())
            return {ErrorStatus::WrongType, int(i) + 1};
    }
    for (const VarBind &varBind : varBinds)
        m_varBinds[find(varBind.oid)].value = varBind.value;
    return {};
}

} // namespace walkabout
