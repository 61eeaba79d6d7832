// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/rowsort.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr size_t RunRows = size_t(64) * 1024; // their keys stay near the processor
constexpr size_t CancelRows = 4096; // keys that are made between two looks

// Row numbers differ: a bit each is quicker than any comparison.
void sortNumbers(std::vector<int> &rows) {
    if (std::ranges::is_sorted(rows))
        return;
    const auto [least, most] = std::ranges::minmax(rows);
    if (size_t(most) - size_t(least) > rows.size() * 64) {
        std::ranges::sort(rows);
        return;
    }
    std::vector<bool> isThere(size_t(most - least) + 1);
    for (const int row : rows)
        isThere[size_t(row - least)] = true;
    rows.clear();
    for (size_t at = 0; at < isThere.size(); ++at) {
        if (isThere[at])
            rows.push_back(int(at) + least);
    }
}

} // namespace

void RowSort::prepare() {
    if (m_input.keys.size() == 0)
        sortNumbers(m_input.rows);
    const size_t count = m_input.rows.size();
    const bool hasKeys = m_input.makeKeys || m_input.keys.size() > 0;
    const size_t runs = hasKeys ? std::max<size_t>(1, (count + RunRows - 1) / RunRows) : 1;
    m_made.resize(runs);
    for (size_t size = runs;; size = (size + 1) / 2) {
        m_levels.emplace_back(size);
        if (size == 1)
            break;
    }
}

bool RowSort::isBefore(const Key &a, const Key &b) const {
    if (a.isHole() != b.isHole())
        return b.isHole();
    if (const auto by = compare(a, b); std::is_neq(by))
        return m_input.descending ? std::is_gt(by) : std::is_lt(by);
    if (m_input.ties.size() > 0) {
        if (const auto by = compare(m_input.ties[a.place()], m_input.ties[b.place()]); std::is_neq(by))
            return std::is_lt(by);
    }
    return m_input.rows[a.place()] < m_input.rows[b.place()];
}

bool RowSort::work() {
    for (size_t at = m_next.fetch_add(1); at < runs(); at = m_next.fetch_add(1)) {
        if (isCancelled())
            return false;
        sortRun(at);
        if (climb(at)) {
            finish();
            return true;
        }
    }
    return false;
}

void RowSort::sortRun(size_t at) {
    const size_t count = m_input.rows.size();
    const size_t from = count * at / runs();
    const size_t to = count * (at + 1) / runs();
    std::span<Key> &keys = m_levels.front()[at].keys;
    if (m_input.makeKeys) {
        KeyColumn &made = m_made[at] = KeyColumn(from);
        made.reserve(to - from);
        for (size_t row = from; row < to && !isCancelled(); row += CancelRows)
            m_input.makeKeys(std::span(m_input.rows).subspan(row, std::min(CancelRows, to - row)), made);
        keys = made.keys();
    } else if (m_input.keys.size() > 0) {
        keys = m_input.keys.keys().subspan(from, to - from);
    }
    std::ranges::sort(keys, [this](const Key &a, const Key &b) { return isBefore(a, b); });
}

// Whoever does the second of two merges both, and goes on with what they have become; true: it is all.
bool RowSort::climb(size_t at) {
    for (size_t level = 0; level + 1 < m_levels.size(); ++level, at /= 2) {
        std::vector<Run> &below = m_levels[level];
        Run &run = m_levels[level + 1][at / 2];
        const size_t first = at / 2 * 2;
        if (first + 1 == below.size()) { // it has no other
            run.keys = below[first].keys;
            run.merged = std::move(below[first].merged);
            continue;
        }
        if (!run.isHalfDone.exchange(true, std::memory_order_acq_rel) || isCancelled())
            return false;
        if (below.size() == 2)
            return true; // finish() merges the last two
        Run &left = below[first];
        Run &right = below[first + 1];
        run.merged.resize(left.keys.size() + right.keys.size());
        std::ranges::merge(
            left.keys, right.keys, run.merged.begin(), [this](const Key &a, const Key &b) { return isBefore(a, b); });
        run.keys = run.merged;
        left.merged = {};
        right.merged = {};
    }
    return true;
}

void RowSort::finish() {
    const std::vector<int> &rows = m_input.rows;
    if (!m_input.makeKeys && m_input.keys.size() == 0) {
        m_rows = std::move(m_input.rows);
        if (m_input.descending)
            std::ranges::reverse(m_rows);
    } else if (m_levels.size() == 1) {
        m_rows.reserve(rows.size());
        for (const Key &key : m_levels.front().front().keys)
            m_rows.push_back(rows[key.place()]);
    } else {
        const std::vector<Run> &halves = m_levels[m_levels.size() - 2];
        m_rows.reserve(rows.size());
        auto right = halves[1].keys.begin();
        for (const Key &left : halves[0].keys) {
            for (; right != halves[1].keys.end() && isBefore(*right, left); ++right)
                m_rows.push_back(rows[right->place()]);
            m_rows.push_back(rows[left.place()]);
        }
        for (; right != halves[1].keys.end(); ++right)
            m_rows.push_back(rows[right->place()]);
    }
    const auto highest = std::ranges::max_element(m_rows);
    m_lines.assign(highest == m_rows.end() ? 0 : size_t(*highest) + 1, -1);
    for (size_t line = 0; line < m_rows.size(); ++line)
        m_lines[size_t(m_rows[line])] = int(line);
}

} // namespace walkabout
