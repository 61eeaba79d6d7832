// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/oidorder.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace walkabout::oidorder {

namespace {

/// An OID as bytes that order by memcmp, in one block with the others.
struct Key {
    size_t start = 0;
    quint32 length = 0;
    int row = 0;
};

} // namespace

std::vector<int> ascending(const ResultSnapshot &store, std::vector<int> rows) {
    std::vector<char> bytes;
    std::vector<Key> keys;
    keys.reserve(rows.size());
    for (const int row : rows) {
        const Oid oid = store.oidAt(row);
        keys.push_back({bytes.size(), quint32(oid.size() * qsizetype(sizeof(Oid::Part))), row});
        for (const Oid::Part part : oid.parts()) {
            const Oid::Part big = qToBigEndian(part);
            const auto *raw = reinterpret_cast<const char *>(&big);
            bytes.insert(bytes.end(), raw, raw + sizeof big);
        }
    }
    const auto compare = [&bytes](const Key &a, const Key &b) {
        const int order = std::memcmp(bytes.data() + a.start, bytes.data() + b.start, std::min(a.length, b.length));
        return order != 0 ? order <=> 0 : a.length <=> b.length;
    };
    std::ranges::sort(keys, [&](const Key &a, const Key &b) {
        const auto order = compare(a, b);
        return std::is_lt(order) || (std::is_eq(order) && a.row > b.row);
    });
    const auto again
        = std::unique(keys.begin(), keys.end(), [&](const Key &a, const Key &b) { return std::is_eq(compare(a, b)); });
    keys.erase(again, keys.end());
    rows.clear();
    std::ranges::transform(keys, std::back_inserter(rows), &Key::row);
    return rows;
}

} // namespace walkabout::oidorder
