// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/groupmodel.h"

#include "ui/query/ending.h"
#include "ui/query/resultkeys.h"
#include "ui/query/storesearch.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace walkabout {

GroupModel::GroupModel(const GroupResult &result, Describe describe, QObject *parent)
    : ResultRows(std::move(describe), 1, parent)
    , m_result(result)
    , m_times(size_t(result.size())) {
    m_scan.setSingleShot(true);
    connect(&m_scan, &QTimer::timeout, this, &GroupModel::scan);
    connect(&m_order, &RowOrder::ready, this, &GroupModel::apply);
    connect(&result, &GroupResult::grew, this, &GroupModel::take);
    connect(&result, &GroupResult::ended, this, [this](int part) { take(part, Ending, Ending); });
    for (int part = 0; part < result.size(); ++part) {
        if (const int rows = result.at(part).store->size(); rows > 0)
            take(part, 0, rows - 1);
        if (result.at(part).outcome)
            take(part, Ending, Ending);
    }
}

void GroupModel::take(int part, int first, int last) {
    if (first == Ending)
        ++m_notes;
    else
        m_times[size_t(part)].emplace_back(first, utcNow());
    for (int row = first; row <= last; ++row)
        m_all.push_back({part, row});
    if (!m_scan.isActive())
        m_scan.start(m_rows.empty() ? 0ms : Gather);
}

void GroupModel::setDescribe(Describe describe) {
    m_describe = std::move(describe);
    if (!m_filter.isEmpty())
        setFilter(m_filter);
    else if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void GroupModel::setFilter(ResultFilter filter) {
    m_filter = std::move(filter);
    m_order.cancel();
    m_isAnew = true;
    beginResetModel();
    m_rows.clear();
    m_scanned = 0;
    m_notesShown = 0;
    endResetModel();
    scan();
}

// How a device ended is told whatever is looked for, but for other devices.
bool GroupModel::passes(const Row &row) const {
    if (m_filter.isEmpty())
        return true;
    const QString device = m_result.at(row.part).device.label();
    return row.row == Ending ? m_filter.matchesDevice(device) : m_filter.matches(varBindOf(row), m_describe, device);
}

void GroupModel::scan() {
    QElapsedTimer clock;
    clock.start();
    std::vector<int> fresh;
    int notes = 0;
    bool more = false;
    for (int looked = 0; m_scanned < m_all.size(); ++looked, ++m_scanned) {
        more = m_filter.isEmpty() ? looked == SliceRows : (looked & 15) == 15 && clock.elapsed() >= SliceMilliseconds;
        if (more)
            break;
        if (!passes(m_all[m_scanned]))
            continue;
        fresh.push_back(int(m_scanned));
        notes += m_all[m_scanned].row == Ending;
    }
    if (!fresh.empty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
        m_notesShown += notes;
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

void GroupModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column < columnCount() ? column : -1;
    m_sortOrder = order;
    if (!m_isAnew) // else once the filter has seen all
        arrange();
}

// By device each one's ending stays its last row; by anything else the endings stand below all, as holes do.
std::function<SortKey(int)> GroupModel::keyMaker() const {
    if (m_sortColumn == 0)
        return [this](int row) { return SortKey::text(m_result.at(at(row).part).device.label()); };
    const auto keys = std::make_shared<ResultKeys>(m_describe);
    const auto of = [this](auto key) -> std::function<SortKey(int)> {
        return [this, key](int row) { return at(row).row == Ending ? SortKey() : key(at(row)); };
    };
    switch (m_sortColumn - lead()) {
    case Name:
    case ObjectId: return of([this](const Row &row) { return SortKey::of(varBindOf(row).oid); });
    case ValueText: return of([this, keys](const Row &row) { return keys->value(varBindOf(row)); });
    case Units: return of([this, keys](const Row &row) { return keys->units(varBindOf(row).oid); });
    case Type: return of([this, keys](const Row &row) { return keys->type(varBindOf(row)); });
    case Time:
        return of([this](const Row &row) { return SortKey::number(qint64(timeOf(row).time_since_epoch().count())); });
    default: return {};
    }
}

void GroupModel::arrange() {
    RowOrder::Task task;
    task.rows = m_rows;
    task.key = keyMaker();
    task.order = m_sortOrder;
    m_ordering = m_rows.size();
    m_order.begin(std::move(task));
}

void GroupModel::apply() {
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> followed;
    followed.reserve(size_t(before.size()));
    for (const QModelIndex &each : before)
        followed.push_back(m_rows[size_t(each.row())]);
    const auto tail = m_rows.begin() + qsizetype(m_ordering);
    std::vector<int> rows = m_order.rows();
    rows.insert(rows.end(), tail, m_rows.end());
    m_rows = std::move(rows);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        int line = m_order.lineOf(followed[size_t(i)]);
        if (line < 0) // it arrived since
            line = int(
                std::find(m_rows.begin() + qsizetype(m_ordering), m_rows.end(), followed[size_t(i)]) - m_rows.begin());
        after += index(line, before[i].column());
    }
    changePersistentIndexList(before, after);
    m_order.release();
    emit layoutChanged({}, VerticalSortHint);
    emit sorted();
}

int GroupModel::partAt(const QModelIndex &index) const {
    return index.isValid() ? at(m_rows[size_t(index.row())]).part : -1;
}

QModelIndex GroupModel::endingOf(int part) const {
    const auto found
        = std::ranges::find_if(m_rows, [this, part](int row) { return at(row).row == Ending && at(row).part == part; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()), lead());
}

bool GroupModel::isNote(const QModelIndex &index) const {
    return index.isValid() && at(m_rows[size_t(index.row())]).row == Ending;
}

std::optional<VarBind> GroupModel::varBindAt(const QModelIndex &index) const {
    if (!index.isValid() || isNote(index))
        return {};
    return varBindOf(at(m_rows[size_t(index.row())]));
}

QList<int> GroupModel::noteLines() const {
    QList<int> lines;
    for (size_t line = 0; line < m_rows.size(); ++line) {
        if (at(m_rows[line]).row == Ending)
            lines += int(line);
    }
    return lines;
}

int GroupModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

UtcMicroseconds GroupModel::timeOf(const Row &row) const {
    const Times &times = m_times[size_t(row.part)];
    const auto after = std::ranges::upper_bound(times, row.row, {}, &std::pair<int, UtcMicroseconds>::first);
    return after == times.begin() ? UtcMicroseconds{} : std::prev(after)->second;
}

void GroupModel::compareWith(const GroupResult *before) {
    m_before = before;
    m_befores.assign(size_t(m_result.size()), {});
}

// Found out for devices that are looked at: it takes a look at every row.
const ResultStore *GroupModel::beforeOf(int part) const {
    if (!m_before)
        return nullptr;
    std::optional<const ResultStore *> &known = m_befores[size_t(part)];
    if (!known) {
        const int was = m_before->indexOf(m_result.at(part).device.id);
        const ResultStore *store = was < 0 ? nullptr : m_before->at(was).store.get();
        known = store && StoreSearch::isAscending(*store) ? store : nullptr;
    }
    return *known;
}

QVariant GroupModel::deviceCell(int part, int role) const {
    const Device &device = m_result.at(part).device;
    switch (role) {
    case Qt::DisplayRole:
    case CopyRole: return device.label();
    case Qt::ToolTipRole: return device.kind == Device::Kind::Live ? device.endpoint.toString() : QString();
    case Qt::TextAlignmentRole: return int(Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant GroupModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Row &row = at(m_rows[size_t(index.row())]);
    const GroupResult::Part &part = m_result.at(row.part);
    if (role == IsNoteRole)
        return row.row == Ending;
    if (row.row == Ending) {
        const bool isBad
            = part.outcome->ending != walkabout::Ending::Whole && part.outcome->ending != walkabout::Ending::Cancelled;
        if (index.column() > 0 || role == Qt::BackgroundRole)
            return noteCell(endingText(*part.outcome, m_describe), isBad, index.column() - lead(), role);
    }
    if (index.column() == 0)
        return deviceCell(row.part, role);
    return cell({*part.store, row.row, beforeOf(row.part), timeOf(row)}, index.column() - lead(), role);
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Device");
    return ResultRows::headerData(section, orientation, role);
}

} // namespace walkabout
