// SPDX-License-Identifier: GPL-3.0-or-later
// In which order a list of a result stands; its keys are made on the pool, of a snapshot.
#include "ui/query/resultkeys.h"
#include "ui/query/resultmodel.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace walkabout {

RowOrder::Keys ResultModel::keysOnPool() const {
    const bool byName = m_sortColumn == Name || m_sortColumn == ObjectId;
    if (m_sortColumn < 0 || (byName && m_store.isAscending()))
        return {};
    return [store = ResultSnapshot(m_store), describe = m_describe, column = m_sortColumn, byName, latest = m_latest,
               times = m_times](std::span<const int> rows, KeyColumn &keys) {
        ResultKeys maker(describe);
        store.each(rows, [&](int row, const VarBind &varBind) {
            const auto later = byName || latest.empty() ? latest.end() : latest.find(row);
            const int at = later == latest.end() ? row : later->second;
            if (column == Time)
                keys.append(SortKey::number(qint64(timeOf(times, at).time_since_epoch().count())));
            else
                keys.append(maker.of(column, at == row ? varBind : store.at(at)));
            return true;
        });
    };
}

std::vector<int> ResultModel::toOrder() const {
    std::vector<int> rows;
    rows.reserve(m_rows.size());
    std::ranges::copy_if(m_rows, std::back_inserter(rows), [](int row) { return row >= 0; });
    return rows;
}

// Asides stand where they were said in the order of arrival, and below all rows in any other.
std::vector<int> ResultModel::arranged() const {
    const auto tail = m_rows.begin() + qsizetype(m_ordering);
    const auto isAside = [](int row) { return row < 0; };
    std::vector<int> rows = m_order.rows();
    if (m_sortColumn >= 0) {
        rows.reserve(m_rows.size());
        std::copy_if(m_rows.begin(), tail, std::back_inserter(rows), isAside);
        rows.insert(rows.end(), tail, m_rows.end());
        return rows;
    }
    std::copy_if(tail, m_rows.end(), std::back_inserter(rows), std::not_fn(isAside));
    std::vector<int> asides;
    std::ranges::copy_if(m_rows, std::back_inserter(asides), isAside);
    std::ranges::sort(asides, std::greater());
    std::vector<int> all;
    all.reserve(m_rows.size());
    auto row = rows.begin();
    for (const int number : asides) {
        const auto end = std::lower_bound(row, rows.end(), aside(number).position);
        all.insert(all.end(), row, end);
        all.push_back(number);
        row = end;
    }
    all.insert(all.end(), row, rows.end());
    return all;
}

int ResultModel::lineOf(int row) const {
    // The order knows it but for the asides that stand above; else it is one, or arrived since.
    if (const int line = row < 0 ? -1 : m_order.lineOf(row); line >= 0) {
        for (int at = line; at <= line + m_notesShown && at < int(m_rows.size()); ++at) {
            if (m_rows[size_t(at)] == row)
                return at;
        }
    }
    const auto found = std::find(m_rows.rbegin(), m_rows.rend(), row);
    return int(m_rows.rend() - found) - 1;
}

} // namespace walkabout
