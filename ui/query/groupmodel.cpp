// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/groupmodel.h"

#include "ui/query/ending.h"
#include "ui/query/resultkeys.h"

#include <QElapsedTimer>

#include <algorithm>
#include <numeric>

using namespace std::chrono_literals;

namespace walkabout {

GroupModel::GroupModel(const GroupResult &result, Describe describe, QObject *parent)
    : SlicedRows(std::move(describe), 1, parent)
    , m_result(result)
    , m_times(size_t(result.size()))
    , m_interfaces(size_t(result.size()))
    , m_describes(size_t(result.size())) {
    m_renaming.setSingleShot(true);
    m_renaming.setInterval(200ms);
    connect(&m_renaming, &QTimer::timeout, this, [this] { setDescribe(m_describe); });
    connect(&result, &GroupResult::grew, this, &GroupModel::take);
    connect(&result, &GroupResult::ended, this, [this](int part) { take(part, Ending, Ending); });
    for (int part = 0; part < result.size(); ++part) {
        if (const int rows = result.at(part).store->size(); rows > 0)
            take(part, 0, rows - 1);
        if (result.at(part).outcome)
            take(part, Ending, Ending);
    }
}

void GroupModel::setDescribe(Describe describe) {
    std::ranges::fill(m_describes, std::nullopt);
    SlicedRows::setDescribe(std::move(describe));
}

void GroupModel::setInterfaces(int part, InterfaceNames::Pointer interfaces) {
    if (m_interfaces[size_t(part)] == interfaces)
        return;
    m_interfaces[size_t(part)] = std::move(interfaces);
    if (!m_renaming.isActive())
        m_renaming.start();
}

const Describe &GroupModel::describeOf(int part) const {
    const InterfaceNames::Pointer &interfaces = m_interfaces[size_t(part)];
    if (!interfaces)
        return m_describe;
    std::optional<Describe> &own = m_describes[size_t(part)];
    if (!own) {
        own = m_describe;
        own->setInterfaces(interfaces);
    }
    return *own;
}

void GroupModel::setChanges(QList<const ChangeSheet *> changes) {
    m_changes = std::move(changes);
    for (const ChangeSheet *each : std::as_const(m_changes))
        connect(each, &ChangeSheet::changed, this, [this] {
            if (rowCount() > 0)
                emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        });
}

void GroupModel::take(int part, int first, int last) {
    if (first == Ending)
        ++m_notes;
    else
        m_times[size_t(part)].emplace_back(first, utcNow());
    for (int row = first; row <= last; ++row)
        m_all.push_back({part, row});
    scanSoon();
}

// How a device ended is told whatever is looked for, but for other devices.
bool GroupModel::passes(const Row &row) const {
    if (m_filter.isEmpty())
        return true;
    const QString device = m_result.at(row.part).device.label();
    return row.row == Ending ? m_filter.matchesDevice(device)
                             : m_filter.matches(varBindOf(row), describeOf(row.part), {device, changeOf(row)});
}

void GroupModel::scan() {
    QElapsedTimer clock;
    clock.start();
    std::vector<int> fresh;
    bool more = false;
    for (int looked = 0; m_scanned < int(m_all.size()); ++looked, ++m_scanned) {
        more = isSliceOver(looked, clock);
        if (more)
            break;
        if (passes(at(m_scanned)))
            fresh.push_back(m_scanned);
    }
    show(fresh, more);
}

// By device each one's ending stays its last row; by anything else the endings stand below all, as holes do.
std::function<SortKey(int)> GroupModel::keyMaker() const {
    if (m_sortColumn == 0)
        return [this](int row) { return SortKey::text(m_result.at(at(row).part).device.label()); };
    const auto keys = std::make_shared<ResultKeys>(m_describe);
    const auto of = [this](auto key) -> std::function<SortKey(int)> {
        return [this, key](int row) { return at(row).row == Ending ? SortKey() : key(at(row)); };
    };
    const int column = m_sortColumn - lead();
    if (column < 0 || column >= ColumnCount)
        return {};
    if (column == Time)
        return of([this](const Row &row) { return SortKey::number(qint64(timeOf(row).time_since_epoch().count())); });
    return of([this, keys, column](const Row &row) { return keys->of(column, varBindOf(row)); });
}

int GroupModel::partAt(const QModelIndex &index) const {
    return index.isValid() ? at(m_rows[size_t(index.row())]).part : -1;
}

std::vector<ResultExport::Row> GroupModel::places(const std::vector<int> &lines) const {
    std::vector<ResultExport::Row> rows;
    for (const int line : lines) {
        if (const Row &each = at(m_rows[size_t(line)]); each.row != Ending)
            rows.push_back({each.part, each.row});
    }
    return rows;
}

std::vector<ResultExport::Row> GroupModel::places() const {
    std::vector<int> lines(m_rows.size());
    std::iota(lines.begin(), lines.end(), 0);
    return places(lines);
}

QModelIndex GroupModel::endingOf(int part) const {
    const auto found
        = std::ranges::find_if(m_rows, [this, part](int row) { return at(row).row == Ending && at(row).part == part; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()), lead());
}

std::optional<VarBind> GroupModel::varBindAt(const QModelIndex &index) const {
    if (!index.isValid() || isNote(index))
        return {};
    return varBindOf(at(m_rows[size_t(index.row())]));
}

bool GroupModel::isNoteRow(int row) const { return at(row).row == Ending; }

UtcMicroseconds GroupModel::timeOf(const Row &row) const {
    return SlicedRows::timeOf(m_times[size_t(row.part)], row.row);
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
        known = store && store->isAscending() ? store : nullptr;
    }
    return *known;
}

RunDifference::Change GroupModel::changeOf(const Row &row) const {
    return m_filter.asksForChanges() ? ResultRows::changeOf(varBindOf(row), beforeOf(row.part))
                                     : RunDifference::Change::None;
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
            return noteCell(endingText(*part.outcome, describeOf(row.part)), isBad, index.column() - lead(), role);
    }
    if (index.column() == 0)
        return deviceCell(row.part, role);
    return cell({*part.store, row.row, beforeOf(row.part), {}, timeOf(row), false, m_changes.value(row.part),
                    &describeOf(row.part)},
        index.column() - lead(), role);
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Device");
    return ResultRows::headerData(section, orientation, role);
}

} // namespace walkabout
