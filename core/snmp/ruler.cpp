// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ruler.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr size_t MostRows = 8192; // remembered of a column; then fewer, farther apart
constexpr qsizetype MostDepth = 24; // of subtrees that are counted: farther down are rows
constexpr double Least = 0.25; // of what is wanted: many small ones would cost more than they bring
constexpr double Recent = 4; // subtrees that an average is of
constexpr qint64 Stretch = 4096; // instances that tell the stride: rows may grow denser

qsizetype commonLength(const Oid &a, const Oid &b) {
    const qsizetype most = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < most; ++i) {
        if (a[i] != b[i])
            return i;
    }
    return most;
}

} // namespace

void Ruler::learn(std::span<const VarBind> run) {
    const Oid *before = &m_last;
    for (const VarBind &varBind : run) {
        count(*before, varBind.oid);
        before = &varBind.oid;
    }
    while (!run.empty()) {
        const bool goesOn = !m_column.isEmpty() && run.front().oid.startsWith(m_column);
        if (!goesOn)
            beginColumn(run);
        size_t inside = run.size();
        if (!run.back().oid.startsWith(m_column)) {
            const auto isInside = [this](const VarBind &varBind) { return varBind.oid.startsWith(m_column); };
            inside = size_t(std::ranges::partition_point(run, isInside) - run.begin());
        }
        extend(run.first(std::max<size_t>(inside, 1)));
        run = run.subspan(std::max<size_t>(inside, 1));
    }
}

void Ruler::count(const Oid &before, const Oid &oid) {
    if (!before.isEmpty()) {
        for (auto place = size_t(commonLength(before, oid)); place < m_subtrees.size(); ++place) {
            Subtree &ended = m_subtrees[place];
            const auto size = double(m_count - ended.begun);
            ended.size = ended.size == 0 ? size : ended.size + (size - ended.size) / Recent;
            ended.begun = m_count;
        }
    }
    if (const auto depth = size_t(std::min(oid.size(), MostDepth)); m_subtrees.size() < depth)
        m_subtrees.resize(depth, {m_count, 0});
    ++m_count;
}

void Ruler::beginColumn(std::span<const VarBind> run) {
    if (m_read > 1) {
        m_entry = m_column.parent();
        m_known = std::move(m_rows);
        m_height = m_read;
    }
    m_rows.clear();
    m_read = m_stretched = m_spacing = 0;
    const Oid &first = run.front().oid;
    const auto after = std::ranges::upper_bound(m_boundaries, first);
    if (after != m_boundaries.begin() && first.startsWith(*(after - 1)))
        m_column = *(after - 1);
    else if (!m_last.isEmpty()) // what changed is the column's number
        m_column = first.first(std::min(commonLength(m_last, first) + 1, first.size() - 1));
    else
        m_column = run.size() > 1 ? first.first(std::min(commonLength(first, run[1].oid), first.size() - 1))
                                  : first.parent();
}

void Ruler::extend(std::span<const VarBind> rows) {
    const Oid &last = rows.back().oid;
    m_read += qint64(rows.size());
    if (m_rows.empty() || m_read - m_rows.back().number >= m_spacing)
        m_rows.push_back({last.mid(m_column.size()), m_read});
    if (m_rows.size() > MostRows) {
        m_spacing = 2 * m_read / qint64(MostRows);
        qint64 before = 0;
        std::erase_if(m_rows, [&](const Row &row) {
            const bool isClose = row.number - before < m_spacing;
            before = isClose ? before : row.number;
            return isClose;
        });
    }
    if (m_stretched == 0 || m_stretched > Stretch) {
        m_stretch = rows.front().oid;
        m_stretched = 0;
    }
    m_stretched += qint64(rows.size());
    m_last = last;
}

std::optional<Ruler::Mark> Ruler::next(const Oid &from, qint64 wanted) const {
    if (auto mark = byRows(from, wanted))
        return mark;
    auto stride = byStride(from, wanted);
    auto boundary = byBoundaries(from);
    return stride && (!boundary || stride->oid < boundary->oid) ? stride : boundary;
}

std::optional<Ruler::Mark> Ruler::byRows(const Oid &from, qint64 wanted) const {
    const qsizetype depth = m_entry.size();
    if (m_known.empty() || from.size() <= depth || !from.startsWith(m_entry))
        return {};
    if (m_column.size() > depth + 1 && from.startsWith(m_column.parent()))
        return {}; // a table inside what was taken for one: its rows are others
    const Oid suffix = from.mid(depth + 1);
    const auto behind = std::ranges::upper_bound(m_known, suffix, {}, &Row::suffix);
    const qint64 passed = behind == m_known.begin() ? 0 : (behind - 1)->number;
    const qint64 target = passed + wanted;
    if (target < m_height) {
        const auto row = std::ranges::lower_bound(behind, m_known.end(), target, {}, &Row::number);
        if (row != m_known.end() && row->number < m_height)
            return Mark{m_entry + from[depth] + row->suffix, row->number - passed, true};
    }
    // To the end of this column, or of as many as hold that much.
    const qint64 columns = std::max<qint64>(1, target / m_height);
    const qint64 ahead = m_height - passed + (columns - 1) * m_height;
    auto boundary = std::ranges::upper_bound(m_boundaries, from);
    if (boundary != m_boundaries.end()) {
        if (!boundary->startsWith(m_entry))
            return Mark{*boundary, 0, false}; // the table ends before it
        for (qint64 step = 1; step < columns && boundary + 1 != m_boundaries.end(); ++step) {
            if (!(boundary + 1)->startsWith(m_entry))
                break;
            ++boundary;
        }
        return Mark{*boundary, ahead, false};
    }
    const qint64 number = qint64(from[depth]) + columns;
    if (number > 0xffff'ffff)
        return {};
    return Mark{m_entry + Oid::Part(number), ahead, false};
}

std::optional<Ruler::Mark> Ruler::byStride(const Oid &from, qint64 wanted) const {
    if (m_stretched < 2 || m_stretch.size() != m_last.size())
        return {};
    const qsizetype at = commonLength(m_stretch, m_last);
    if (at >= m_last.size() || from.size() <= at || commonLength(from, m_last) < at)
        return {};
    const double perInstance = double(m_last[at] - m_stretch[at]) / double(m_stretched - 1);
    const double step = std::max(1.0, perInstance * double(wanted));
    if (double(from[at]) + step > 4294967295.0)
        return {};
    const Oid::Part part = from[at] + Oid::Part(step);
    return Mark{from.first(at) + part, std::max<qint64>(1, qint64(step / perInstance)), false};
}

std::optional<Ruler::Mark> Ruler::beyond(
    const Oid &from, const Oid &root, const std::optional<Oid> &until, qint64 wanted) const {
    std::optional<Mark> best;
    double most = double(wanted) * Least;
    // The nearest that is large enough; else the largest.
    for (auto place = std::min<qsizetype>(from.size(), qsizetype(m_subtrees.size())) - 1;
         place >= root.size() && most < double(wanted); --place) {
        const double size = m_subtrees[size_t(place)].size;
        if (size <= most)
            continue;
        const double number = double(from[place]) + std::max(1.0, double(wanted) / size);
        if (number > 4294967295.0)
            continue;
        Oid oid = from.first(place) + Oid::Part(number);
        if (until && oid >= *until)
            break;
        best = Mark{std::move(oid), 0, false};
        most = size;
    }
    return best;
}

std::optional<Ruler::Mark> Ruler::byBoundaries(const Oid &from) const {
    const auto boundary = std::ranges::upper_bound(m_boundaries, from);
    return boundary == m_boundaries.end() ? std::nullopt : std::optional(Mark{*boundary, 0, false});
}

} // namespace walkabout
