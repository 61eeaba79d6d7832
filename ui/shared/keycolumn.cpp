// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/keycolumn.h"

#include <QtEndian>

#include <cstring>

namespace walkabout {

namespace {

constexpr size_t BlockSize = size_t(256) * 1024;

} // namespace

void KeyColumn::append(const SortKey &key) {
    const QByteArrayView bytes = key.bytes();
    const qsizetype head = qMin(bytes.size(), qsizetype(Key::HeadSize));
    quint64 numbers[2] = {};
    static_assert(sizeof numbers == Key::HeadSize);
    std::memcpy(numbers, bytes.data(), size_t(head));
    Key entry;
    entry.m_first = qFromBigEndian(numbers[0]);
    entry.m_second = qFromBigEndian(numbers[1]);
    entry.m_length = quint32(bytes.size());
    entry.m_place = m_nextPlace++;
    if (head < bytes.size())
        entry.m_rest = keep(bytes.sliced(head));
    m_keys.push_back(entry);
}

const char *KeyColumn::keep(QByteArrayView rest) {
    const auto size = size_t(rest.size());
    if (size > m_left) {
        m_left = std::max(size, BlockSize);
        m_free = m_blocks.emplace_back(std::make_unique<char[]>(m_left)).get();
    }
    char *kept = m_free;
    std::memcpy(kept, rest.data(), size);
    m_free += size;
    m_left -= size;
    return kept;
}

std::strong_ordering KeyColumn::Key::compareRests(const Key &a, const Key &b) {
    const quint32 both = qMin(a.m_length, b.m_length) - HeadSize;
    const int order = std::memcmp(a.m_rest, b.m_rest, both);
    return order != 0 ? order <=> 0 : a.m_length <=> b.m_length;
}

} // namespace walkabout
