// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/changesheet.h"
#include "core/work/describe.h"
#include "core/work/resultstore.h"
#include "ui/shared/roworder.h"
#include "ui/table/tablecells.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tablefilter.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

class QElapsedTimer;

namespace walkabout {

class LiveTable;
class TableComparison;
struct LiveNews;
struct RunDifference;
struct PollReading;

/// A conceptual table as rows and columns: a view of the result, filled in as it grows. Sorted and filtered by a vector
/// of row numbers, built in slices so that the window stays quick. Live data never re-sorts: rows that arrive stand at
/// their index, or at the end while another order was chosen, and those that go stay until they are dismissed. The
/// store outlives it.
class TableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// ChangedRole: from 1, where the value has just changed, to 0. NewRole, GoneRole: of the row.
    enum Role { CopyRole = Qt::UserRole, HoleRole, ElideLeftRole, ChangedRole, NewRole, GoneRole };

    TableModel(const ResultStore &store, const Oid &table, QObject *parent = nullptr);
    ~TableModel() override;

    void setLibrary(Library::Pointer library, OctetForms forms = {});
    /// Tables that are read beside it.
    void setJoins(const QList<TableJoin> &joins);
    /// Which columns are shown behind the index, in this order; those that the library does not know in any case.
    /// Empty: all.
    void setColumns(const QList<Oid> &columns);
    /// All that can be shown, the index first.
    [[nodiscard]] const QList<TableColumn> &allColumns() const { return m_all; }
    /// What the device calls its interfaces; nullptr: numbers are shown.
    void setInterfaces(InterfaceNames::Pointer interfaces);
    void setFilter(const QString &text);
    /// Marks what is pending; it outlives this.
    void setChanges(const ChangeSheet &changes);
    [[nodiscard]] const Describe &describe() const { return m_describe; }

    [[nodiscard]] const Oid &entry() const { return m_cells.entry(); }
    [[nodiscard]] int indexColumns() const { return m_indexColumns; }
    /// What tells which row it is: the index, and an interface's name where that comes next and the index says none.
    [[nodiscard]] int namingColumns() const;
    [[nodiscard]] int totalRows() const { return m_cells.rows(); }
    [[nodiscard]] const TableColumn &column(int section) const { return m_columns.at(section); }
    /// No row has a value there.
    [[nodiscard]] bool isColumnEmpty(int section) const;
    /// The object with its instance; empty where no object is known.
    [[nodiscard]] Oid instanceAt(const QModelIndex &index) const;
    /// nullopt: a hole, or an index part that cannot be read.
    [[nodiscard]] std::optional<VarBind> varBindAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column -1 returns to the order of the index.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }
    /// All that the store holds is in, filtered and ordered.
    [[nodiscard]] bool isSettled() const;

    /// It was read again: marks what is another than in the run before, which outlives this, and shows what is gone.
    void compare(std::shared_ptr<const RunDifference> difference, const ResultStore &before);
    /// Rows that are there no more, and shown as they were.
    [[nodiscard]] int goneRows() const;

    /// The table as it is now: shown at once, when it has been compared with what is shown. isWhole: so is that.
    void show(std::shared_ptr<const PollReading> reading, bool isWhole);
    /// nullptr: it was read once.
    [[nodiscard]] const LiveTable *live() const { return m_live.get(); }
    /// From here on counters show what they counted since, beside their rate.
    void zero();
    void forgetZero();
    /// Rows whose counters are all 0 are not shown.
    void hideZeros(bool hide);
    [[nodiscard]] bool hidesZeros() const { return m_hidesZeros; }
    /// By its type; by its values while they are live.
    [[nodiscard]] bool isCounterColumn(int section) const;
    /// Whether the column is a number that is 0 in every row; known while zeros are hidden.
    [[nodiscard]] bool isColumnZero(int section) const;
    /// Rows that are gone go, and new ones are no longer marked.
    void dismiss();

signals:
    void settled();
    /// What a live table shows is another now: a reading, or what is made of it.
    void readingShown();
    /// Which columns hold but zeros may be others now.
    void zerosKnown();
    /// What changed, came or went: a line each.
    void changesTold(const QStringList &lines);

private:
    void rebuild();
    void take();
    [[nodiscard]] bool isInHand() const;
    bool takeReading(const QElapsedTimer &clock);
    void showReading();
    void setZero(void (LiveTable::*what)());
    void whenTaken(std::function<void()> what);
    void remove(const std::vector<int> &rows);
    void allChanged();
    void tell(const LiveNews &news);
    [[nodiscard]] QString rowName(int row) const;
    [[nodiscard]] QString rateText(int row, ColumnKey number) const;
    [[nodiscard]] QString rateCopy(int row, ColumnKey number) const;
    [[nodiscard]] QString rateToolTip(int row, ColumnKey number) const;
    [[nodiscard]] bool isCounter(int row, int column) const;
    [[nodiscard]] bool isRowZero(int row) const;
    [[nodiscard]] std::optional<VarBind> cell(int row, int column) const;
    [[nodiscard]] QString shown(int row, int column) const;
    bool takeCells(const QElapsedTimer &clock);
    bool takeGone(const QElapsedTimer &clock);
    void endComparison();
    [[nodiscard]] bool is(int row, TableFilter::Change change) const;
    [[nodiscard]] bool isGone(int row) const { return is(row, TableFilter::Change::Gone); }
    [[nodiscard]] bool isNew(int row) const { return is(row, TableFilter::Change::New); }
    /// Of the row of the result that stands there.
    [[nodiscard]] TableFilter::Change changeAt(int row, ColumnKey column) const;
    void addRow();
    void touch(int row);
    bool testRows(const QElapsedTimer &clock, std::vector<int> &fresh);
    void showRows(std::vector<int> fresh);
    void arrange();
    void apply();
    void noteColumn(ColumnKey number);
    void showChosen();
    [[nodiscard]] bool isNamed(const TableColumn &column) const;
    [[nodiscard]] QString rawText(int row, int column) const;
    [[nodiscard]] std::optional<IndexValue> indexPart(int row, int part) const;
    [[nodiscard]] bool isBeforeByIndex(int a, int b) const { return m_cells.instance(a) < m_cells.instance(b); }
    [[nodiscard]] bool passes(int row) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString indexText(int row, const TableColumn &column) const;
    [[nodiscard]] QString indexName(int row, const TableColumn &column) const;
    [[nodiscard]] SortKey key(int row, int column) const;

    const ResultStore &m_store;
    const ResultStore *m_source = nullptr; // what the cells were first taken from: the store, or a reading
    const Oid m_table;
    const ChangeSheet *m_changes = nullptr;
    Describe m_describe;
    TableCells m_cells;
    QList<TableJoin> m_joins;
    QList<Oid> m_chosen;
    index::Schema m_index;
    QList<TableColumn> m_all;
    QList<TableColumn> m_columns; // of all, those shown
    int m_indexColumns = 1;
    int m_taken = 0; // rows of the store
    std::vector<int> m_untested; // rows that came or changed, and are not shown
    std::vector<bool> m_isUntested; // by row
    std::vector<bool> m_isShown; // by row
    std::vector<int> m_order; // the rows shown
    bool m_touched = false; // cells of rows that are shown
    bool m_isAnew = false; // rebuilt: to be ordered once all is taken
    QTimer m_slices;
    RowOrder m_ordering;
    TableFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;

    std::shared_ptr<const RunDifference> m_difference;
    const ResultStore *m_before = nullptr; // that it is to
    std::unique_ptr<TableComparison> m_comparison; // nullptr: nothing to compare with, or live

    std::shared_ptr<const PollReading> m_origin; // that holds the source, where it is no longer the store
    std::shared_ptr<const PollReading> m_pending; // read, and not yet looked at
    std::unique_ptr<LiveTable> m_live;
    QList<std::function<void()>> m_later; // what waits until a reading is taken
    bool m_isWhole = true; // what the store held when it came alive
    bool m_hasShown = false; // a reading, and it is to be told
    bool m_hidesZeros = false;
    mutable QSet<ColumnKey> m_moving; // columns that have a value that is not 0
};

} // namespace walkabout
