// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/keycolumn.h"

#include <QtEndian>

#include <cstring>

namespace walkabout {

void KeyColumn::reserve(size_t rows) {
    constexpr size_t usual = 48; // what a long OID has behind its prefix
    m_entries.reserve(rows);
    m_bytes.reserve(rows * usual);
}

void KeyColumn::append(const SortKey &key) {
    const QByteArray &bytes = key.bytes();
    Entry entry;
    const qsizetype head = qMin(bytes.size(), qsizetype(sizeof entry.prefix));
    std::memcpy(&entry.prefix, bytes.constData(), size_t(head));
    entry.prefix = qFromBigEndian(entry.prefix);
    entry.start = m_bytes.size();
    entry.length = quint32(bytes.size());
    m_bytes.insert(m_bytes.end(), bytes.begin() + head, bytes.end());
    m_entries.push_back(entry);
}

std::strong_ordering KeyColumn::compare(size_t a, size_t b) const {
    const Entry &left = m_entries[a];
    const Entry &right = m_entries[b];
    if (left.prefix != right.prefix)
        return left.prefix <=> right.prefix;
    const auto rest
        = [](const Entry &entry) { return entry.length - qMin(entry.length, quint32(sizeof entry.prefix)); };
    if (const quint32 both = qMin(rest(left), rest(right)); both > 0) {
        const int order = std::memcmp(m_bytes.data() + left.start, m_bytes.data() + right.start, both);
        if (order != 0)
            return order <=> 0;
    }
    return left.length <=> right.length;
}

} // namespace walkabout
