// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/largetable.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>

namespace walkabout::mib {

/// Finds a node by its parent and arc: open addressing over the nodes' numbers, a few bytes a node. The nodes are the
/// caller's: node i has members parent and arc.
template <class Node>
class ArcTable final {
public:
    explicit ArcTable(const LargeTable<Node> &nodes)
        : m_nodes(nodes)
        , m_slots(size_t(1) << (64U - m_shift), -1) {}

    /// -1: there is none.
    [[nodiscard]] qint32 find(qint32 parent, quint32 arc) const { return m_slots[slotOf(parent, arc)]; }
    /// Lets everything go; nothing is found any more.
    void clear() {
        m_shift = 63;
        m_slots = LargeTable<qint32>(2, -1);
    }
    /// Room for as many nodes; before any is added.
    void reserve(size_t nodes) {
        m_shift = unsigned(std::min(64 - std::countr_zero(std::bit_ceil(nodes * 2 + 2)), int(m_shift)));
        m_slots.assign(size_t(1) << (64U - m_shift), -1);
    }
    /// The node was just appended.
    void add(qint32 node) {
        if (size_t(node) * 2 >= m_slots.size())
            grow(size_t(node));
        m_slots[slotOf(m_nodes[size_t(node)].parent, m_nodes[size_t(node)].arc)] = node;
    }

private:
    [[nodiscard]] size_t slotOf(qint32 parent, quint32 arc) const {
        const quint64 mixed = (quint64(quint32(parent)) << 32U | arc) * 0x9e3779b97f4a7c15ULL;
        size_t slot = size_t(mixed >> m_shift); // only the highest bits depend on every bit of both
        while (m_slots[slot] >= 0
            && (m_nodes[size_t(m_slots[slot])].parent != parent || m_nodes[size_t(m_slots[slot])].arc != arc))
            slot = (slot + 1) & (m_slots.size() - 1);
        return slot;
    }
    /// All nodes before this one find their places anew; the root has none.
    void grow(size_t count) {
        --m_shift;
        m_slots.assign(m_slots.size() * 2, -1);
        for (size_t node = 1; node < count; ++node)
            m_slots[slotOf(m_nodes[node].parent, m_nodes[node].arc)] = qint32(node);
    }

    const LargeTable<Node> &m_nodes;
    unsigned m_shift = 54; // a hash's bits that are left out
    LargeTable<qint32> m_slots; // two to the power of the bits that are not
};

} // namespace walkabout::mib
