// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/moduleoutline.h"

#include <algorithm>

namespace walkabout {

ModuleOutline::ModuleOutline(const ShownNodes &nodes, QStringView module) {
    const Library &library = *nodes.library();
    // Where several modules define an OID, all stand at the place that has the children.
    std::vector<qint32> places;
    for (const qint32 index : library.nodesOf(module)) {
        if (!nodes.isShown(index))
            continue;
        const NodeRef node = library.at(index);
        m_nodes.push_back(index);
        places.push_back(node.parent().child(node.row()).index());
    }
    const size_t count = m_nodes.size();
    m_above.resize(count, -1);
    m_firsts.resize(count + 2, 0);
    qint32 parent = -1; // of the one before; most have the same
    for (size_t at = 0; at < count; ++at) {
        NodeRef node = library.at(places[at]).parent();
        if (at > 0 && node.index() == parent) {
            m_above[at] = m_above[at - 1];
        } else {
            parent = node.index();
            for (; node.index() > 0 && m_above[at] < 0; node = node.parent()) {
                const auto found = std::ranges::lower_bound(places, node.index());
                if (found != places.end() && *found == node.index())
                    m_above[at] = qint32(found - places.begin());
            }
        }
        ++m_firsts[size_t(qsizetype(m_above[at]) + 2)];
    }
    for (size_t i = 1; i < m_firsts.size(); ++i)
        m_firsts[i] += m_firsts[i - 1];
    m_below.resize(count);
    m_rows.resize(count);
    std::vector<qint32> filled(count + 1, 0);
    for (size_t at = 0; at < count; ++at) {
        const auto group = size_t(qsizetype(m_above[at]) + 1);
        m_rows[at] = filled[group]++;
        m_below[size_t(m_firsts[group]) + size_t(m_rows[at])] = qint32(at);
    }
}

qsizetype ModuleOutline::positionOf(qint32 node) const {
    const auto found = std::ranges::lower_bound(m_nodes, node);
    return found == m_nodes.end() || *found != node ? -1 : found - m_nodes.begin();
}

std::span<const qint32> ModuleOutline::below(qsizetype position) const {
    if (m_nodes.empty())
        return {};
    const auto first = size_t(m_firsts[size_t(position + 1)]);
    const auto end = size_t(m_firsts[size_t(position + 2)]);
    return std::span<const qint32>(m_below).subspan(first, end - first);
}

} // namespace walkabout
