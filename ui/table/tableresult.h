// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/operation.h"
#include "core/work/interfacenames.h"
#include "core/work/octetform.h"
#include "core/work/resultstore.h"
#include "ui/shared/tablechoice.h"

#include <QWidget>

class QLabel;
class QMenu;
class QSplitter;

namespace walkabout {

class CellEditing;
class CellFade;
class ChangeLog;
class ColumnMemory;
class ColumnPanel;
class Finder;
class OpenDevice;
class PinnedTable;
class RowForm;
class TableModel;

/// A conceptual table as a grid over a result that grows, or that is read again and again, with a line below it that
/// says how the reading ended; where asked for, what changed stands below, and its columns and the current row as a
/// form beside it. The store outlives it.
class TableResult final : public QWidget {
    Q_OBJECT

public:
    TableResult(const ResultStore &store, const Oid &table, QWidget *parent = nullptr);

    /// Whose table it is: its cells are edited, and what is pending on it is marked. It outlives this.
    void setDevice(OpenDevice &device);
    /// Where widths that a person gives are kept; it outlives this.
    void setColumnMemory(ColumnMemory *memory) { m_memory = memory; }
    /// forms: what octets are shown as.
    void setLibrary(Library::Pointer library, OctetForms forms = {});
    /// Which columns are shown, and what stands beside them: as read, or as chosen since.
    void setChoice(const TableChoice &choice);
    /// What the device calls its interfaces; nullptr: numbers are shown.
    void setInterfaces(InterfaceNames::Pointer interfaces);
    /// Words, -word, /re/ and comparisons over the rows.
    void setFilter(const QString &text);
    /// Scrolls to the column of this object and makes it current, once there is a row; nothing is announced.
    void showColumn(const Oid &column);
    /// Scrolls sideways to where the counters begin.
    void showCounters();
    /// Says below the grid how the reading ended; columns that the device does not serve go.
    void ended(const Operation &operation);
    /// The same, of a reading that ended before this was made.
    void ended(const QString &text, bool whole);
    /// Says this below the grid.
    void say(const QString &text, bool bad);
    void showLog(bool show);
    void showColumnPanel(bool show);
    void showRowForm(bool show);
    [[nodiscard]] bool showsColumnPanel() const;
    [[nodiscard]] bool showsRowForm() const;
    /// The selected cells as tab-separated text, one cell as its bare value; their OIDs with instances.
    void copyCells(bool withHeader = false) const;
    void copyOids() const;
    /// The cell that is current; nullopt: none, or a hole.
    [[nodiscard]] std::optional<VarBind> current() const;
    /// By the column of the current cell; as a click on its header.
    void sortByCurrent();
    struct Sorting {
        int column = -1;
        Qt::SortOrder order = Qt::AscendingOrder;
    };
    [[nodiscard]] Sorting sorting() const;
    /// As the run before left it: rows come in the order of their index, and are sorted once it has ended.
    void sortWhenEnded(const Sorting &sorting);
    [[nodiscard]] CellEditing &editing() const { return *m_editing; }
    [[nodiscard]] Finder *finder() const { return m_finder; }
    [[nodiscard]] TableModel &model() const { return *m_model; }
    /// Columns that are shown, from the left; lines of which a cell is selected; the varbinds of the cells that are.
    [[nodiscard]] QList<int> shownColumns() const;
    [[nodiscard]] std::vector<int> selectedLines() const;
    [[nodiscard]] VarBinds selected() const;

signals:
    void objectSelected(const walkabout::Oid &instance);
    void rowCreationRequested();
    void rowDestructionRequested();
    void logClosed();
    /// A person wants other columns, or other tables beside them.
    void choiceMade(const walkabout::TableChoice &choice);
    /// The menu of a cell is about to open: whoever knows more of the result adds it.
    void menuOpening(QMenu *menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitOnce();
    void showWanted();
    [[nodiscard]] QString nameOf(int column) const;
    [[nodiscard]] QString tableName() const;
    void openMenu(const QPoint &position);
    void count();
    void showColumns();
    void buildSide();
    void fillColumnPanel();
    void followRow();
    void makeRoom();
    [[nodiscard]] QList<int> counters() const;
    void build();

    TableModel *m_model;
    PinnedTable *m_view;
    CellFade *m_fade;
    ChangeLog *m_log;
    ColumnPanel *m_columns;
    RowForm *m_row;
    QSplitter *m_side;
    Finder *m_finder;
    OpenDevice *m_device = nullptr; // nullptr: nothing can be edited
    CellEditing *m_editing;
    QLabel *m_ending;
    QLabel *m_count;
    ColumnMemory *m_memory = nullptr;
    TableChoice m_choice;
    Oid m_wanted; // column, until its place does not move any more
    bool m_isQuiet = false; // nobody chose the current cell
    bool m_fitted = false;
    bool m_ended = false; // fewer rows than a screen holds are all there are
    bool m_isWhole = false; // a column without values is one that the device does not serve
    int m_zeroColumns = 0; // hidden
    int m_room = 0; // characters that counters have, at least
};

} // namespace walkabout
