// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/objecthistory.h"

namespace walkabout {

void ObjectHistory::visit(const Oid &oid, const Oid &object) {
    if (m_at >= 0 && m_visits.at(m_at).place.module.isEmpty() && m_visits.at(m_at).object == object)
        m_visits[m_at].place.oid = oid;
    else
        append({{oid, {}}, object});
}

void ObjectHistory::visit(const QString &module) {
    if (m_at < 0 || m_visits.at(m_at).place.module != module)
        append({{{}, module}, {}});
}

void ObjectHistory::append(const Visit &visit) {
    m_visits.resize(m_at + 1);
    m_visits.append(visit);
    if (m_visits.size() > Most)
        m_visits.removeFirst();
    m_at = m_visits.size() - 1;
}

bool ObjectHistory::canGo(int step) const { return m_at + step >= 0 && m_at + step < m_visits.size(); }

std::optional<ObjectHistory::Place> ObjectHistory::go(int step) {
    if (!canGo(step))
        return {};
    m_at += step;
    return m_visits.at(m_at).place;
}

} // namespace walkabout
