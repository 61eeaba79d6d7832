// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/sortkey.h"

#include <compare>
#include <memory>
#include <span>
#include <vector>

namespace walkabout {

/// The keys of many rows, packed: a million in tens of megabytes. Needs no model: it may be made and sorted on another
/// thread.
class KeyColumn final {
public:
    /// A key as it is compared. Valid, wherever it is copied to, while its column lives.
    class Key final {
    public:
        [[nodiscard]] bool isHole() const { return m_length == 0; }
        /// Which of the column it was.
        [[nodiscard]] quint32 place() const { return m_place; }
        friend std::strong_ordering compare(const Key &a, const Key &b) {
            if (a.m_first != b.m_first)
                return a.m_first <=> b.m_first;
            if (a.m_second != b.m_second)
                return a.m_second <=> b.m_second;
            return a.m_length > HeadSize && b.m_length > HeadSize ? compareRests(a, b) : a.m_length <=> b.m_length;
        }

    private:
        friend class KeyColumn;
        static constexpr quint32 HeadSize = 16;
        static std::strong_ordering compareRests(const Key &a, const Key &b);

        quint64 m_first = 0; // its first bytes decide mostly
        quint64 m_second = 0;
        const char *m_rest = nullptr; // what is behind
        quint32 m_length = 0;
        quint32 m_place = 0;
    };

    KeyColumn() = default;
    /// firstPlace: of the key that is appended first.
    explicit KeyColumn(size_t firstPlace)
        : m_nextPlace(quint32(firstPlace)) {}
    KeyColumn(KeyColumn &&) noexcept = default;
    KeyColumn &operator=(KeyColumn &&) noexcept = default;
    KeyColumn(const KeyColumn &) = delete;
    KeyColumn &operator=(const KeyColumn &) = delete;
    ~KeyColumn() = default;

    /// Growing would copy it all, within one turn of the event loop.
    void reserve(size_t rows) { m_keys.reserve(rows); }
    void append(const SortKey &key);
    [[nodiscard]] size_t size() const { return m_keys.size(); }
    [[nodiscard]] const Key &operator[](size_t at) const { return m_keys[at]; }
    /// To be sorted where they stand.
    [[nodiscard]] std::span<Key> keys() { return m_keys; }

private:
    [[nodiscard]] const char *keep(QByteArrayView rest);

    std::vector<Key> m_keys;
    std::vector<std::unique_ptr<char[]>> m_blocks; // what is behind the heads; they never move
    char *m_free = nullptr;
    size_t m_left = 0;
    quint32 m_nextPlace = 0;
};

} // namespace walkabout
