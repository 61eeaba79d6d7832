// SPDX-License-Identifier: GPL-3.0-or-later
// How rows come to stand where they stand; tablemodeldata.cpp has what they show, tablemodellive.cpp how they move.
#include "ui/table/tablemodel.h"

#include "ui/table/livetable.h"
#include "ui/table/tablecomparison.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int SliceMilliseconds = 6;

} // namespace

TableModel::TableModel(const ResultStore &store, const Oid &table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_table(table)
    , m_describe(Library::empty()) {
    m_slices.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &TableModel::take);
    connect(&m_ordering, &RowOrder::ready, this, &TableModel::apply);
    rebuild();
    connect(&store, &ResultStore::grew, this, [this] {
        if (!m_slices.isActive())
            take();
    });
}

TableModel::~TableModel() = default;

void TableModel::setLibrary(Library::Pointer library, OctetForms forms) {
    InterfaceNames::Pointer interfaces = m_describe.interfaces();
    m_describe = Describe(std::move(library), Describe::Style::Window, std::move(forms));
    m_describe.setInterfaces(std::move(interfaces));
    rebuild();
}

void TableModel::rebuild() {
    m_ordering.cancel();
    beginResetModel();
    const Library &library = *m_describe.library();
    if (m_live && m_live->reading())
        m_origin = m_live->reading();
    m_live.reset();
    m_later.clear();
    m_source = m_origin ? &m_origin->store : &m_store;
    const Oid entry = tableEntry(library, m_table);
    m_index = index::Schema(library.node(entry));
    m_cells = TableCells(entry, joinedTables(library, entry, m_joins), m_index);
    m_all = tableColumns(library, entry, m_joins);
    showChosen();
    m_indexColumns = int(std::ranges::count_if(m_columns, [](const TableColumn &c) { return c.indexPart >= 0; }));
    m_taken = 0;
    m_comparison.reset();
    if (m_difference)
        m_comparison = std::make_unique<TableComparison>(m_difference, *m_before);
    m_untested.clear();
    m_isUntested.clear();
    m_isShown.clear();
    m_order.clear();
    m_isAnew = true;
    endResetModel();
    take();
}

bool TableModel::isSettled() const { return !isInHand() && m_untested.empty() && !m_ordering.isBuilding(); }

bool TableModel::isInHand() const {
    if (m_live)
        return m_pending || m_live->isTaking();
    return m_pending || m_taken < m_source->size() || (m_comparison && !m_comparison->isTaken());
}

void TableModel::take() {
    QElapsedTimer clock;
    clock.start();
    std::vector<int> fresh;
    // While rows are being ordered, those that came since wait: they would be ordered, or tested, twice.
    const bool isIn = (m_live || (takeCells(clock) && takeGone(clock))) && takeReading(clock);
    const bool whole = isIn && (m_ordering.isBuilding() || testRows(clock, fresh));
    showRows(std::move(fresh));
    // Which lines those rows stand on takes as long to find as the view takes to look at its own few dozen.
    if (std::exchange(m_touched, false))
        allChanged();
    if (std::exchange(m_hasShown, false))
        emit readingShown();
    if (!whole || isInHand()) { // another reading came meanwhile
        m_slices.start(0);
        return;
    }
    if (m_sortColumn >= m_columns.size())
        m_sortColumn = -1;
    if (std::exchange(m_isAnew, false) && m_sortColumn >= 0)
        arrange();
    if (!isSettled())
        return;
    if (m_hidesZeros)
        emit zerosKnown();
    emit settled();
}

bool TableModel::takeCells(const QElapsedTimer &clock) {
    for (int looked = 1; m_taken < m_source->size(); ++looked) {
        if (looked % 16 == 0 && clock.elapsed() >= SliceMilliseconds)
            return false;
        const int storeRow = m_taken++;
        const auto place = m_cells.put(*m_source, storeRow);
        if (!place)
            continue;
        if (place->newColumn)
            noteColumn(place->column);
        for (const int other : place->rows)
            touch(other);
        if (place->row == TableCells::Hole)
            continue;
        if (place->newRow)
            addRow();
        else if (m_comparison)
            m_comparison->cameBack(place->row);
        touch(place->row);
    }
    return true;
}

void TableModel::addRow() {
    m_isShown.push_back(false);
    m_isUntested.push_back(false);
}

// A cell of it came.
void TableModel::touch(int row) {
    if (m_isShown[size_t(row)]) {
        m_touched = true;
    } else if (!m_isUntested[size_t(row)]) {
        m_isUntested[size_t(row)] = true;
        m_untested.push_back(row);
    }
}

// A row that the filter left out may pass with the cells that came since.
bool TableModel::testRows(const QElapsedTimer &clock, std::vector<int> &fresh) {
    size_t tested = 0;
    for (; tested < m_untested.size(); ++tested) {
        if (tested % 16 == 15 && clock.elapsed() >= SliceMilliseconds)
            break;
        const int row = m_untested[tested];
        m_isUntested[size_t(row)] = false;
        if (!m_isShown[size_t(row)] && passes(row)) {
            m_isShown[size_t(row)] = true;
            fresh.push_back(row);
        }
    }
    m_untested.erase(m_untested.begin(), m_untested.begin() + qsizetype(tested));
    return m_untested.empty();
}

void TableModel::noteColumn(ColumnKey number) {
    const bool isOnTheWay = number >> 32 != 0; // to a joined table
    if (isOnTheWay || std::ranges::any_of(m_all, [&](const TableColumn &c) { return c.number == number; }))
        return;
    const int at = int(m_columns.size());
    m_all.append(unknownColumn(*m_describe.library(), m_cells.entry(), number));
    beginInsertColumns({}, at, at);
    m_columns.append(m_all.last());
    endInsertColumns();
    if (m_live)
        m_live->setType(number, m_columns.last().type);
}

void TableModel::showRows(std::vector<int> fresh) {
    const auto byIndex = [this](int a, int b) { return isBeforeByIndex(a, b); };
    if (!std::ranges::is_sorted(fresh, byIndex))
        std::ranges::sort(fresh, byIndex);
    // Runs that belong together come in one piece; mostly that is all of them, at the end.
    for (size_t i = 0; i < fresh.size();) {
        const bool behind = m_sortColumn >= 0 || m_order.empty() || byIndex(m_order.back(), fresh[i]);
        const auto at = behind ? m_order.end() : std::ranges::upper_bound(m_order, fresh[i], byIndex);
        size_t end = behind ? fresh.size() : i + 1;
        while (end < fresh.size() && (at == m_order.end() || byIndex(fresh[end], *at)))
            ++end;
        const int line = int(at - m_order.begin());
        beginInsertRows({}, line, line + int(end - i) - 1);
        m_order.insert(at, fresh.begin() + qsizetype(i), fresh.begin() + qsizetype(end));
        endInsertRows();
        i = end;
    }
}

bool TableModel::passes(int row) const {
    if (m_hidesZeros && isRowZero(row))
        return false;
    if (m_filter.isEmpty())
        return true;
    const auto rowText = [this, row] {
        QStringList texts;
        for (int column = 0; column < m_columns.size(); ++column)
            texts << text(row, column);
        return texts.join(u'\n');
    };
    const auto cells = [this, row] {
        VarBinds binds;
        for (int column = 0; column < m_columns.size(); ++column) {
            if (auto each = cell(row, column))
                binds.append(*std::move(each));
        }
        return binds;
    };
    return m_filter.matches(
        {rowText, cells, [this, row](TableFilter::Change change) { return is(row, change); }}, m_describe);
}

void TableModel::arrange() {
    RowOrder::Task task;
    std::vector<bool> waits(size_t(m_cells.bound()));
    for (const int row : m_live ? m_live->coming() : std::vector<int>())
        waits[size_t(row)] = true;
    task.rows.reserve(waits.size());
    for (int row = 0; row < m_cells.bound(); ++row) {
        if (!waits[size_t(row)] && !m_cells.isReleased(row))
            task.rows.push_back(row);
    }
    m_moving.clear();
    if (!m_filter.isEmpty() || m_hidesZeros)
        task.passes = [this](int row) { return passes(row); };
    const auto byIndex = [this](int row) { return SortKey::of(m_cells.instance(row)); };
    if (m_sortColumn >= 0) {
        task.key = [this, column = m_sortColumn](int row) { return key(row, column); };
        task.tie = byIndex;
    } else {
        task.key = byIndex;
    }
    task.order = m_sortColumn >= 0 ? m_sortOrder : Qt::AscendingOrder;
    m_ordering.begin(std::move(task));
}

void TableModel::apply() {
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    std::vector<int> rows;
    rows.reserve(size_t(before.size()));
    for (const QModelIndex &each : before)
        rows.push_back(m_order[size_t(each.row())]);
    m_order = m_ordering.rows();
    m_isShown.assign(size_t(m_cells.bound()), false);
    m_isUntested.resize(size_t(m_cells.bound()));
    for (const int row : m_order)
        m_isShown[size_t(row)] = true;
    for (qsizetype i = 0; i < before.size(); ++i)
        after += index(m_ordering.lineOf(rows[size_t(i)]), before.at(i).column());
    changePersistentIndexList(before, after);
    m_ordering.release();
    emit layoutChanged({}, VerticalSortHint);
    if (m_hidesZeros)
        emit zerosKnown();
    // What came while this was built.
    if (!m_untested.empty() && !m_slices.isActive())
        m_slices.start(0);
    else if (isSettled())
        emit settled();
}

void TableModel::setFilter(const QString &text) {
    m_filter = TableFilter::parse(text);
    arrange();
}

void TableModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column < columnCount() ? column : -1;
    m_sortOrder = order;
    arrange();
}

} // namespace walkabout
