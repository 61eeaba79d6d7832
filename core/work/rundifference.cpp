// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/rundifference.h"

#include "core/work/oidorder.h"

#include <algorithm>
#include <numeric>

namespace walkabout {

namespace {

/// The rows of a run in OID order.
class Ordered final {
public:
    explicit Ordered(const ResultSnapshot &store)
        : m_store(store) {
        if (store.isAscending())
            return;
        m_rows.resize(size_t(store.size()));
        std::iota(m_rows.begin(), m_rows.end(), 0);
        m_rows = oidorder::ascending(store, std::move(m_rows));
    }
    [[nodiscard]] int size() const { return m_store.isAscending() ? m_store.size() : int(m_rows.size()); }
    [[nodiscard]] int row(int at) const { return m_store.isAscending() ? at : m_rows[size_t(at)]; }
    [[nodiscard]] VarBind at(int at) const { return m_store.at(row(at)); }
    void each(const ResultSnapshot::Visit &visit) const {
        if (m_store.isAscending())
            return m_store.each(0, size(), visit);
        for (int at = 0; at < size() && visit(row(at), this->at(at));)
            ++at;
    }

private:
    const ResultSnapshot &m_store;
    std::vector<int> m_rows; // where it does not ascend
};

} // namespace

std::optional<RunDifference> RunDifference::between(
    const ResultSnapshot &before, const ResultSnapshot &now, const std::atomic<bool> &cancelled) {
    const Ordered former(before);
    RunDifference difference;
    difference.rows.resize(size_t(now.size()));
    int old = 0;
    VarBind was;
    const auto read = [&] {
        if (old < former.size())
            was = former.at(old);
    };
    const auto passOver = [&] {
        difference.gone.push_back(former.row(old++));
        read();
    };
    read();
    Ordered(now).each([&](int row, const VarBind &varBind) {
        while (old < former.size() && was.oid < varBind.oid)
            passOver();
        Change &change = difference.rows[size_t(row)];
        if (old == former.size() || was.oid != varBind.oid) {
            ++difference.added;
            change = Change::New;
        } else {
            change = was.value == varBind.value ? Change::None : Change::Changed;
            difference.changed += change == Change::Changed ? 1 : 0;
            ++old;
            read();
        }
        return !cancelled.load(std::memory_order_relaxed);
    });
    if (cancelled.load(std::memory_order_relaxed))
        return {};
    while (old < former.size())
        passOver();
    std::ranges::sort(difference.gone);
    return difference;
}

} // namespace walkabout
