// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/storesearch.h"

namespace walkabout {

bool StoreSearch::isAscending(const ResultStore &store) {
    if (store.size() > Most)
        return false;
    Oid before;
    for (int row = 0; row < store.size(); ++row) {
        const Oid oid = store.oidAt(row);
        if (row > 0 && oid <= before)
            return false;
        before = oid;
    }
    return true;
}

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

std::optional<int> StoreSearch::rowOf(const ResultStore &store, const Oid &oid, int rows) {
    if (const int row = halve(store, oid, rows); row < rows && store.oidAt(row) == oid)
        return row;
    for (int row = 0; row < rows && rows <= Most; ++row) {
        if (store.oidAt(row) == oid)
            return row;
    }
    return {};
}

std::optional<Value> StoreSearch::find(const ResultStore &store, const Oid &oid) {
    const int row = halve(store, oid, store.size());
    if (row == store.size())
        return {};
    VarBind found = store.at(row);
    return found.oid == oid ? std::optional(std::move(found.value)) : std::nullopt;
}

std::optional<RunDifference> RunDifference::between(const ResultStore &before, const ResultStore &now) {
    if (!StoreSearch::isAscending(before) || !StoreSearch::isAscending(now))
        return {};
    RunDifference difference;
    int old = 0;
    for (int row = 0; row < now.size(); ++row) {
        const VarBind varBind = now.at(row);
        while (old < before.size() && before.oidAt(old) < varBind.oid) {
            ++difference.gone;
            ++old;
        }
        if (old == before.size() || before.oidAt(old) != varBind.oid) {
            ++difference.added;
            continue;
        }
        difference.changed += before.at(old).value == varBind.value ? 0 : 1;
        ++old;
    }
    difference.gone += before.size() - old;
    return difference;
}

} // namespace walkabout
