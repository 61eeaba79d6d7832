// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/librarytables.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string_view>
#include <vector>

namespace walkabout::mib {

/// Gives each different string one number and one place in the library's pool of strings, which holds them.
class NameTable final {
public:
    NameTable() { m_slots.resize(1U << 16U, -1); }

    /// Room for as many at most: a pool that does not move keeps what string() gave valid.
    void reserve(size_t names, size_t bytes) {
        m_entries.reserve(names);
        m_pool.reserve(bytes);
        m_slots.assign(std::max(m_slots.size(), std::bit_ceil(names * 2)), -1);
    }
    [[nodiscard]] qint32 find(std::string_view text) const { return m_slots[slotOf(text)]; }
    qint32 add(std::string_view text);
    [[nodiscard]] std::string_view string(qint32 id) const { return pooled(m_entries[size_t(id)].place); }
    [[nodiscard]] Text text(qint32 id) const { return m_entries[size_t(id)].place; }
    /// The place of a string in the pool; the empty string has none.
    [[nodiscard]] Text place(std::string_view text) {
        return text.empty() ? Text() : m_entries[size_t(add(text))].place;
    }
    [[nodiscard]] size_t count() const { return m_entries.size(); }
    [[nodiscard]] std::string_view pooled(Text text) const {
        return std::string_view(m_pool).substr(text.offset, text.size);
    }
    [[nodiscard]] LargePool takePool() { return std::move(m_pool); }

private:
    struct Entry {
        Text place;
        quint32 hash = 0;
    };
    [[nodiscard]] static quint32 hashOf(std::string_view text) { return quint32(std::hash<std::string_view>{}(text)); }
    [[nodiscard]] size_t slotOf(std::string_view text) const { return slotOf(text, hashOf(text)); }
    [[nodiscard]] size_t slotOf(std::string_view text, quint32 hash) const;
    void grow();

    LargeTable<qint32> m_slots; // a power of two of them, open addressing
    LargeTable<Entry> m_entries;
    LargePool m_pool;
};

inline size_t NameTable::slotOf(std::string_view text, quint32 hash) const {
    size_t slot = hash & (m_slots.size() - 1);
    while (m_slots[slot] >= 0 && (m_entries[size_t(m_slots[slot])].hash != hash || string(m_slots[slot]) != text))
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

inline void NameTable::grow() {
    LargeTable<qint32> wider(m_slots.size() * 2, -1);
    for (size_t id = 0; id < m_entries.size(); ++id) {
        size_t slot = m_entries[id].hash & (wider.size() - 1);
        while (wider[slot] >= 0)
            slot = (slot + 1) & (wider.size() - 1);
        wider[slot] = qint32(id);
    }
    m_slots.swap(wider);
}

inline qint32 NameTable::add(std::string_view text) {
    const quint32 hash = hashOf(text);
    size_t slot = slotOf(text, hash);
    if (m_slots[slot] >= 0)
        return m_slots[slot];
    if (m_entries.size() * 2 >= m_slots.size()) {
        grow();
        slot = slotOf(text, hash);
    }
    const auto id = qint32(m_entries.size());
    m_entries.push_back({{quint32(m_pool.size()), quint32(text.size())}, hash});
    m_pool += text;
    m_slots[slot] = id;
    return id;
}

} // namespace walkabout::mib
