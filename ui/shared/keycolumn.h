// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/sortkey.h"

#include <compare>
#include <vector>

namespace walkabout {

/// The keys of many rows, packed: a million in tens of megabytes. A value that needs no model: it may sort on another
/// thread.
class KeyColumn final {
public:
    /// Growing would copy it all, within one turn of the event loop.
    void reserve(size_t rows);
    void append(const SortKey &key);
    [[nodiscard]] size_t size() const { return m_entries.size(); }
    [[nodiscard]] bool isHole(size_t at) const { return m_entries[at].length == 0; }
    [[nodiscard]] std::strong_ordering compare(size_t a, size_t b) const;

private:
    struct Entry {
        quint64 prefix = 0; // the first eight bytes decide mostly
        quint64 start = 0;
        quint32 length = 0;
    };
    std::vector<Entry> m_entries;
    std::vector<char> m_bytes; // what is behind the prefix
};

} // namespace walkabout
