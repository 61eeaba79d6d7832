// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/slicedrows.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace walkabout {

SlicedRows::SlicedRows(Describe describe, int lead, QObject *parent)
    : ResultRows(std::move(describe), lead, parent) {
    m_scan.setSingleShot(true);
    connect(&m_scan, &QTimer::timeout, this, [this] { scan(); });
    connect(&m_order, &RowOrder::ready, this, &SlicedRows::apply);
}

void SlicedRows::setDescribe(Describe describe) {
    m_describe = std::move(describe);
    if (!m_filter.isEmpty())
        setFilter(m_filter);
    else if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit redescribed();
}

void SlicedRows::setFilter(ResultFilter filter) {
    m_filter = std::move(filter);
    m_order.cancel();
    m_isAnew = true;
    beginResetModel();
    m_rows.clear();
    m_scanned = 0;
    m_notesShown = 0;
    restart();
    endResetModel();
    scan();
}

void SlicedRows::scanSoon() {
    if (!m_scan.isActive())
        m_scan.start(m_rows.empty() ? 0ms : Gather);
}

bool SlicedRows::isSliceOver(int looked, const QElapsedTimer &clock) const {
    return m_filter.isEmpty() ? looked == SliceRows : (looked & 15) == 15 && clock.elapsed() >= SliceMilliseconds;
}

void SlicedRows::show(const std::vector<int> &fresh, bool more) {
    if (!fresh.empty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
        m_notesShown += int(std::ranges::count_if(fresh, [this](int row) { return isNoteRow(row); }));
        endInsertRows();
    }
    if (more) {
        m_scan.start(0);
        return;
    }
    if (std::exchange(m_isAnew, false) && m_sortColumn >= 0)
        arrange();
    emit caughtUp();
}

void SlicedRows::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column < columnCount() ? column : -1;
    m_sortOrder = order;
    if (!m_isAnew) // else once the filter has seen all
        arrange();
}

void SlicedRows::arrange() {
    RowOrder::Task task;
    task.rows = toOrder();
    task.keysOnPool = keysOnPool();
    if (!task.keysOnPool)
        task.key = keyMaker();
    task.order = m_sortColumn < 0 ? Qt::AscendingOrder : m_sortOrder;
    m_ordering = m_rows.size();
    m_order.begin(std::move(task));
}

std::vector<int> SlicedRows::arranged() const {
    std::vector<int> rows = m_order.rows();
    rows.insert(rows.end(), m_rows.begin() + qsizetype(m_ordering), m_rows.end());
    return rows;
}

int SlicedRows::lineOf(int row) const {
    if (const int line = m_order.lineOf(row); line >= 0)
        return line;
    // It arrived since.
    return int(std::find(m_rows.begin() + qsizetype(m_ordering), m_rows.end(), row) - m_rows.begin());
}

void SlicedRows::apply() {
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> followed;
    followed.reserve(size_t(before.size()));
    for (const QModelIndex &each : before)
        followed.push_back(m_rows[size_t(each.row())]);
    m_rows = arranged();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after += index(lineOf(followed[size_t(i)]), before[i].column());
    changePersistentIndexList(before, after);
    m_order.release();
    emit layoutChanged({}, VerticalSortHint);
    emit sorted();
}

int SlicedRows::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

bool SlicedRows::isNote(const QModelIndex &index) const {
    return index.isValid() && isNoteRow(m_rows[size_t(index.row())]);
}

QList<int> SlicedRows::noteLines() const {
    QList<int> lines;
    for (size_t line = 0; line < m_rows.size(); ++line) {
        if (isNoteRow(m_rows[line]))
            lines += int(line);
    }
    return lines;
}

UtcMicroseconds SlicedRows::timeOf(const Times &times, int storeRow) {
    const auto after = std::ranges::upper_bound(times, storeRow, {}, &Times::value_type::first);
    return after == times.begin() ? UtcMicroseconds{} : std::prev(after)->second;
}

} // namespace walkabout
