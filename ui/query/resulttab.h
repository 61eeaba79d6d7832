// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"
#include "core/work/resultstore.h"
#include "ui/device/opendevice.h"
#include "ui/table/tableresult.h"

#include <QWidget>

class QStackedWidget;

namespace walkabout {

class ColumnMemory;
class Finder;
class FindBar;
class LiveBar;
class LiveRun;
class ResultBar;
class ResultList;
class ResultModel;

/// One tab: a device, what was asked of it, and the result as it arrives. Walks and tables begin anew in their tab; the
/// scratch tab of a device gathers its GETs. Owned by the tabs; the open device outlives it.
class ResultTab final : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Scratch, Objects };

    ResultTab(OpenDevice &device, Kind kind, Library::Pointer library, QWidget *parent = nullptr);
    ~ResultTab() override;

    [[nodiscard]] OpenDevice &device() const { return m_device; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const Query &query() const { return m_query; }
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] bool isPinned() const { return m_pinned; }
    [[nodiscard]] bool isRunning() const { return m_waiting || m_operation || isLive(); }
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] bool endedBadly() const { return m_bad; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] const QString &summary() const { return m_summary; }
    /// What asks the same from a terminal as the latest operation here.
    [[nodiscard]] QString command(const Secrets &revealed = {}) const;
    /// Something else was asked on this tab's behalf: a SET.
    void tellAsked(const Query &query);
    [[nodiscard]] const ResultStore &store() const { return *m_store; }
    /// The instance that the selected row or cell shows.
    [[nodiscard]] const std::optional<VarBind> &current() const { return m_current; }
    [[nodiscard]] ResultModel &model() { return *m_model; }

    void setLibrary(Library::Pointer library);
    /// Where widths that a person gives are kept; it outlives this.
    void setColumnMemory(ColumnMemory *memory);
    /// address: as it was typed.
    void start(const Query &query, const QString &address);
    void again();
    void stop();
    /// Once it has been read, the table is live, its counters in view.
    void watch();
    /// What can be done with a table again and again; nullptr where no table is shown.
    [[nodiscard]] LiveBar *liveBar() const;
    /// What a person should see here without an operation: a reason why nothing began.
    void addNote(const QString &text, bool bad);
    /// Values read again: in a walk they take the place of the former ones, in the scratch tab they are rows.
    void append(const VarBinds &varBinds);

    /// By the column of the current cell.
    void sortByCurrent();
    void focusFilter();
    /// false: there was nothing to clear.
    bool clearFilter();

signals:
    void changed();
    void ended();
    void whyAsked();
    void objectSelected(const walkabout::Oid &oid);
    void activated(const walkabout::Oid &oid);
    void setRequested(const walkabout::Oid &instance, const walkabout::Value &current);

private:
    void build();
    void clear();
    void ask();
    void begin();
    void finish();
    void compareRuns();
    void resume();
    [[nodiscard]] bool isGridShown() const;
    void showGrid();
    void buildLive();
    void goLive(bool live);
    void beginLive();
    void follow();
    void showCount();

    OpenDevice &m_device;
    Kind m_kind;
    Library::Pointer m_library;
    Query m_query;
    Query m_asked; // the latest of all
    QString m_address;
    QString m_summary;
    bool m_pinned = false;
    bool m_waiting = false; // for the device to open
    bool m_goesLive = false; // once it has been read
    bool m_showsCounters = false; // then
    bool m_bad = false;
    std::optional<VarBind> m_current;
    int m_walked = 0; // rows of the store that the operation brought
    Oid m_last; // behind which a walk that ended early can go on
    std::unique_ptr<ResultStore> m_before;
    std::unique_ptr<ResultStore> m_store;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<Operation> m_operation;
    QTimer m_progress; // figures change with each batch, and are shown now and then

    ResultBar *m_bar;
    QStackedWidget *m_views;
    ResultList *m_list;
    Finder *m_listFinder;
    FindBar *m_find;
    TableResult *m_grid = nullptr;
    LiveRun *m_live;
    ColumnMemory *m_columns = nullptr;
    TableResult::Sorting m_gridSorting; // as the run before left it
};

} // namespace walkabout
