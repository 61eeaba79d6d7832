// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of a result shows; resultmodelorder.cpp has in which order.
#include "ui/query/resultmodel.h"

#include <QElapsedTimer>

#include <algorithm>

namespace walkabout {

ResultModel::ResultModel(const ResultStore &store, Describe describe, QObject *parent)
    : SlicedRows(std::move(describe), 0, parent)
    , m_store(store) {
    connect(&store, &ResultStore::grew, this, [this](int first, int) {
        m_times.emplace_back(first, utcNow());
        scanSoon();
    });
    connect(&m_finding, &FilterRun::found, this, &ResultModel::takeFound);
    if (store.size() > 0) {
        m_times.emplace_back(0, utcNow());
        m_isAnew = true;
        m_scan.start(0);
    }
}

void ResultModel::addNote(const QString &text, bool bad) {
    m_asides.push_back({text, bad, -1, m_store.size()});
    m_scan.start(0);
}

void ResultModel::compareWith(const ResultStore *before) { m_before = before; }

void ResultModel::showDifference(std::shared_ptr<const RunDifference> difference) {
    m_difference = std::move(difference);
    for (const int row : m_difference->gone)
        m_asides.push_back({{}, false, row, m_store.size()});
    if (m_filter.asksForChanges())
        setFilter(m_filter);
    else
        m_scan.start(0);
    if (!m_rows.empty())
        emit dataChanged(index(0, ValueText), index(rowCount() - 1, ValueText));
}

void ResultModel::restart() {
    m_finding.cancel();
    m_asidesLooked = 0;
}

bool ResultModel::passes(int storeRow) const {
    if (m_later.contains(storeRow))
        return false;
    if (m_filter.isEmpty())
        return true;
    const ResultFilter::Standing standing{{}, changeAt(storeRow).value_or(Change::None)};
    return m_filter.matches(m_store.at(latest(storeRow)), m_describe, standing);
}

// A note is told whatever is looked for.
void ResultModel::lookAtAsides(int storeRow, std::vector<int> &fresh) {
    for (; m_asidesLooked < int(m_asides.size()); ++m_asidesLooked) {
        const Aside &next = m_asides[size_t(m_asidesLooked)];
        if (next.position > storeRow)
            return;
        if (next.goneRow < 0 || m_filter.isEmpty()
            || m_filter.matches(m_before->at(next.goneRow), m_describe, {{}, Change::Gone}))
            fresh.push_back(-1 - m_asidesLooked);
    }
}

void ResultModel::setChanges(const ChangeSheet &changes) {
    m_changes = &changes;
    connect(&changes, &ChangeSheet::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, ValueText), index(rowCount() - 1, ValueText));
    });
}

void ResultModel::scan() {
    if (m_finding.isRunning())
        return; // and goes on by itself
    if (!m_filter.isEmpty() && m_store.size() - m_scanned > FilterRun::Few)
        return find();
    QElapsedTimer clock;
    clock.start();
    std::vector<int> fresh;
    int looked = 0;
    bool more = false;
    while (!more) {
        lookAtAsides(m_scanned, fresh);
        if (m_scanned == m_store.size())
            break;
        more = isSliceOver(looked++, clock);
        if (!more && passes(m_scanned))
            fresh.push_back(m_scanned);
        m_scanned += more ? 0 : 1;
    }
    show(fresh, more);
}

void ResultModel::find() {
    m_finding.begin(
        {ResultSnapshot(m_store), m_scanned, m_store.size(), m_filter, m_describe, m_difference, m_latest, m_later});
}

void ResultModel::takeFound(const std::vector<int> &rows, int before) {
    std::vector<int> fresh;
    fresh.reserve(rows.size());
    for (const int row : rows) {
        lookAtAsides(row, fresh);
        fresh.push_back(row);
    }
    m_scanned = before;
    if (m_scanned == m_store.size())
        lookAtAsides(m_scanned, fresh);
    show(fresh, m_finding.isRunning() || m_scanned < m_store.size());
}

bool ResultModel::isNote(const QModelIndex &index) const {
    return index.isValid() && isNoteNumber(m_rows[size_t(index.row())]);
}

QList<int> ResultModel::noteLines() const {
    QList<int> lines;
    for (size_t line = 0; line < m_rows.size(); ++line) {
        if (isNoteNumber(m_rows[line]))
            lines += int(line);
    }
    return lines;
}

// What came after the comparison is looked for in the run before.
std::optional<ResultModel::Change> ResultModel::changeAt(int storeRow) const {
    return m_difference && size_t(storeRow) < m_difference->rows.size()
        ? std::optional(m_difference->rows[size_t(storeRow)])
        : std::nullopt;
}

QVariant ResultModel::cellOf(int number, int column, int role) const {
    if (number >= 0) {
        const int row = latest(number);
        return cell({m_store, row, m_before, changeAt(row), timeOf(m_times, row), false, m_changes}, column, role);
    }
    const Aside &shown = aside(number);
    if (shown.goneRow < 0)
        return noteCell(shown.text, shown.bad, column, role);
    if (column == Time) // of the run before
        return {};
    return cell({*m_before, shown.goneRow, nullptr, {}, {}, true}, column, role);
}

QVariant ResultModel::data(const QModelIndex &index, int role) const {
    return index.isValid() ? cellOf(m_rows[size_t(index.row())], index.column(), role) : QVariant();
}

std::optional<VarBind> ResultModel::varBindOf(int number) const {
    if (number >= 0)
        return m_store.at(latest(number));
    const Aside &shown = aside(number);
    return shown.goneRow < 0 ? std::nullopt : std::optional(m_before->at(shown.goneRow));
}

std::optional<VarBind> ResultModel::varBindAt(const QModelIndex &index) const {
    return index.isValid() ? varBindOf(m_rows[size_t(index.row())]) : std::nullopt;
}

void ResultModel::supersede(int storeRow, int laterRow) {
    m_latest[storeRow] = laterRow;
    m_later.insert(laterRow);
    const auto line = std::ranges::find(m_rows, storeRow);
    if (line != m_rows.end()) {
        const int row = int(line - m_rows.begin());
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int ResultModel::latest(int storeRow) const {
    if (m_latest.empty())
        return storeRow;
    const auto later = m_latest.find(storeRow);
    return later == m_latest.end() ? storeRow : later->second;
}

} // namespace walkabout
