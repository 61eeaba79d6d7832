// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/storesearch.h"

#include <algorithm>

namespace walkabout::storesearch {

namespace {

// The first row that does not stand before it; its OID is another where there is none.
int halve(const ResultStore &store, const Oid &oid, int rows) {
    int low = 0;
    int high = rows;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (store.oidAt(middle) < oid)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

std::optional<int> rowOf(const ResultStore &store, const Oid &oid, int rows) {
    if (const int row = halve(store, oid, rows); row < rows && store.oidAt(row) == oid)
        return row;
    for (int row = 0; row < rows && rows <= Most && !store.isAscending(); ++row) {
        if (store.oidAt(row) == oid)
            return row;
    }
    return {};
}

std::optional<Value> find(const ResultStore &store, const Oid &oid) {
    const int row = halve(store, oid, store.size());
    if (row == store.size())
        return {};
    VarBind found = store.at(row);
    return found.oid == oid ? std::optional(std::move(found.value)) : std::nullopt;
}

int endOf(const std::function<Oid(int)> &oidAt, const Oid &prefix, int from, int rows) {
    int below = from; // all rows before it are
    int step = 1;
    while (below < rows && oidAt(std::min(below + step, rows) - 1).startsWith(prefix)) {
        below = std::min(below + step, rows);
        step *= 2;
    }
    int end = std::min(below + step - 1, rows);
    while (below < end) {
        const int middle = below + (end - below) / 2;
        if (oidAt(middle).startsWith(prefix))
            below = middle + 1;
        else
            end = middle;
    }
    return below;
}

} // namespace walkabout::storesearch
