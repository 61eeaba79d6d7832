// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"
#include "core/work/resultexport.h"
#include "ui/device/opendevice.h"
#include "ui/query/exportscope.h"
#include "ui/query/resultview.h"

#include <QPointer>
#include <QWidget>

class QMenu;
class QStackedWidget;

namespace walkabout {

class CellEditing;
class ColumnMemory;
class Finder;
class FindBar;
class LiveBar;
class OctetMemory;
class ResultBar;
class ResultList;
class ResultRows;
class TableExport;

/// One tab, as the window has it: what was asked, and the list of the result with its filter and its search. Of which
/// devices, and what becomes of their answers, the tabs themselves know. Owned by the tabs.
class QueryTab : public QWidget {
    Q_OBJECT

public:
    ~QueryTab() override;

    /// The device that verbs, SET and "Why?" act on; of several the one that is looked at.
    [[nodiscard]] virtual OpenDevice &device() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    /// What asks the same from a terminal as the latest operation here.
    [[nodiscard]] virtual QString command(const Secrets &revealed = {}) const = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;
    /// Of the tab: "#rrggbb" or empty.
    [[nodiscard]] virtual QString colour() const = 0;
    [[nodiscard]] const Query &query() const { return m_query; }
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] const QString &summary() const { return m_summary; }
    [[nodiscard]] bool isPinned() const { return m_pinned; }
    [[nodiscard]] bool endedBadly() const { return m_bad; }
    /// The instance that the selected row or cell shows.
    [[nodiscard]] const std::optional<VarBind> &current() const { return m_current; }

    /// What the list shows.
    [[nodiscard]] ResultRows &rows() const;

    virtual void setLibrary(Library::Pointer library);
    /// Where widths that a person gives are kept; it outlives this.
    virtual void setColumnMemory(ColumnMemory *memory);
    /// address: as it was typed.
    virtual void start(const Query &query, const QString &address) = 0;
    void again();
    virtual void stop() = 0;
    /// What can be done with a table again and again; nullptr where no table is shown.
    [[nodiscard]] virtual LiveBar *liveBar() const { return nullptr; }
    /// A person would not give the secrets of this device.
    virtual void secretsDeclined(const QUuid &device) = 0;

    /// What of it leaves the program as varbinds; into which file, whoever asks says.
    [[nodiscard]] virtual ResultExport exported(ExportScope scope) const = 0;
    /// The grid that is shown, on its way into a file; nullptr: none is.
    [[nodiscard]] virtual std::unique_ptr<TableExport> tableExport(ExportScope scope, bool isJson) const;
    /// The varbinds of what is selected.
    [[nodiscard]] virtual VarBinds selected() const;
    /// What octets are shown as; it outlives this.
    virtual void setOctetMemory(OctetMemory *memory);
    /// Only what came of one device can be looked at in other ways than as a list.
    virtual void look(ResultView) {}
    /// Edits the value that is current in its place; false: none is.
    virtual bool edit();
    /// Ends an edit that is open: what was typed goes onto the sheet; false: it is no value, and stays open.
    virtual bool settleEdit();
    /// By the column of the current cell.
    virtual void sortByCurrent();
    void focusFilter();
    /// false: there was nothing to clear.
    bool clearFilter();

signals:
    void changed();
    void ended();
    /// Another of its devices is looked at.
    void deviceChanged();
    void whyAsked();
    /// By the key that stands for it here.
    void exportAsked();
    /// A sentence for the person, about what was asked here.
    void told(const QString &text);
    void objectSelected(const walkabout::Oid &oid);
    void activated(const walkabout::Oid &oid);
    /// Why the current value cannot be edited.
    void editRefused(const walkabout::Failure &failure);
    /// The sheet of its device is to be sent.
    void sendRequested();
    /// A row like the current one is to be made, or it is to be destroyed.
    void rowCreationRequested();
    void rowDestructionRequested();

protected:
    explicit QueryTab(Library::Pointer library, QWidget *parent);

    /// In the list from now on; they live until others are shown.
    void showRows(ResultRows &rows);
    [[nodiscard]] QString filterText() const;
    /// "ifOperStatus", "sysDescr …": what was asked for, as a title says it.
    [[nodiscard]] QString subject() const;
    /// Shows the summary and the like a moment later: figures change with each batch.
    void progressSoon();

    /// What the columns button offers, at this place.
    virtual void askColumns(const QPoint &at);
    virtual void filter(const QString &text) = 0;
    virtual void showProgress() = 0;
    void openMenu(ResultList &list, const QPoint &at);
    /// What a menu of rows or cells ends in.
    void addCopies(QMenu &menu);
    [[nodiscard]] virtual Describe describe() const;
    /// Another row is current.
    virtual void follow();
    /// Enter on a row that is no varbind.
    virtual void noteActivated() {}
    virtual void why() { emit whyAsked(); }
    [[nodiscard]] virtual Finder *finder() const;

    Library::Pointer m_library;
    Query m_query;
    QString m_address;
    QString m_summary;
    bool m_bad = false;
    std::optional<VarBind> m_current;

    ResultBar *m_bar;
    QStackedWidget *m_views;
    ResultList *m_list;
    FindBar *m_find;
    CellEditing *m_listEditing;
    Finder *m_listFinder;
    OctetMemory *m_octets = nullptr;

private:
    void showCount();

    QPointer<ResultRows> m_rows; // of the tab, which goes first
    bool m_pinned = false;
    QTimer m_progress;
};

} // namespace walkabout
