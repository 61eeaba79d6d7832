// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/rundifference.h"

namespace walkabout {

std::optional<RunDifference> RunDifference::between(
    const ResultSnapshot &before, const ResultSnapshot &now, const std::atomic<bool> &cancelled) {
    if (!before.isAscending() || !now.isAscending())
        return {};
    RunDifference difference;
    difference.rows.reserve(size_t(now.size()));
    int old = 0;
    VarBind was;
    const auto read = [&] {
        if (old < before.size())
            was = before.at(old);
    };
    const auto passOver = [&] {
        difference.gone.push_back(old++);
        read();
    };
    read();
    now.each(0, now.size(), [&](int, const VarBind &varBind) {
        while (old < before.size() && was.oid < varBind.oid)
            passOver();
        if (old == before.size() || was.oid != varBind.oid) {
            ++difference.added;
            difference.rows.push_back(Change::New);
        } else {
            const bool isSame = was.value == varBind.value;
            difference.changed += isSame ? 0 : 1;
            difference.rows.push_back(isSame ? Change::None : Change::Changed);
            ++old;
            read();
        }
        return !cancelled.load(std::memory_order_relaxed);
    });
    if (cancelled.load(std::memory_order_relaxed))
        return {};
    while (old < before.size())
        passOver();
    return difference;
}

} // namespace walkabout
