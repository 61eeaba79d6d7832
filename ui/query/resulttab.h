// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultexport.h"
#include "core/work/rundifference.h"
#include "ui/device/interfacelookout.h"
#include "ui/query/querytab.h"
#include "ui/query/resultview.h"
#include "ui/shared/poolrun.h"
#include "ui/table/tableresult.h"

namespace walkabout {

class LiveBar;
class LiveRun;
class ResultModel;
class TablesPane;
class TreeFinder;
class TreeModel;
class TreeView;

/// One tab: a device, what was asked of it, and the result as it arrives. Walks and tables begin anew in their tab; the
/// scratch tab of a device gathers its GETs. Owned by the tabs; the open device outlives it.
class ResultTab final : public QueryTab {
    Q_OBJECT

public:
    enum class Kind { Scratch, Objects };

    ResultTab(OpenDevice &device, Kind kind, Library::Pointer library, QWidget *parent = nullptr);
    ~ResultTab() override;

    [[nodiscard]] OpenDevice &device() const override { return m_device; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString command(const Secrets &revealed = {}) const override;
    [[nodiscard]] bool isRunning() const override { return m_waiting || m_operation || isLive(); }
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] QString colour() const override { return m_device.device().colour; }
    [[nodiscard]] const ResultStore &store() const { return *m_store; }
    [[nodiscard]] ResultModel &model() { return *m_model; }

    /// How the result is looked at, from now on and in later runs of this tab.
    void look(ResultView view) override;
    [[nodiscard]] ResultView view() const { return m_view; }

    void setLibrary(Library::Pointer library) override;
    void setColumnMemory(ColumnMemory *memory) override;
    void start(const Query &query, const QString &address) override;
    void stop() override;
    void secretsDeclined(const QUuid &device) override;
    /// Something else was asked on this tab's behalf: a SET.
    void tellAsked(const Query &query);
    /// Once it has been read, the table is live, its counters in view.
    void watch();
    /// What can be done with a table again and again; nullptr where no table is shown.
    [[nodiscard]] LiveBar *liveBar() const override;
    /// What a person should see here without an operation: a reason why nothing began.
    void addNote(const QString &text, bool bad);
    /// Values read again: in a walk they take the place of the former ones, in the scratch tab they are rows.
    void append(const VarBinds &varBinds);
    /// Those of them that it shows; false: it shows none.
    bool take(const VarBinds &readBack);
    /// It shows this table, or a part of it.
    [[nodiscard]] bool isTableOf(const Oid &instance) const;

    [[nodiscard]] ResultExport exported(ExportScope scope) const override;
    [[nodiscard]] std::unique_ptr<TableExport> tableExport(ExportScope scope, bool isJson) const override;
    [[nodiscard]] VarBinds selected() const override;

    bool edit() override;
    bool settleEdit() override;
    void sortByCurrent() override;
    /// nullptr: no table is shown.
    [[nodiscard]] TableResult *shownGrid() const { return isGridShown() ? m_grid : nullptr; }

protected:
    void askColumns(const QPoint &at) override;
    void filter(const QString &text) override;
    void showProgress() override;
    [[nodiscard]] Finder *finder() const override;

private:
    void clear();
    void ask();
    void begin();
    void finish();
    void compareRuns();
    void resume();
    [[nodiscard]] bool isGridShown() const;
    void connectViews();
    void showView(ResultView view);
    void showTables();
    void makeGrid(const Oid &table);
    [[nodiscard]] Query tableQuery() const;
    /// As far as it has.
    [[nodiscard]] ResultExport::End readingEnd() const;
    /// Of the list, in the order of the view that is shown.
    [[nodiscard]] std::vector<int> selectedNumbers() const;
    void buildLive();
    void goLive(bool live);
    void beginLive();
    [[nodiscard]] Query chosen() const;
    [[nodiscard]] TableChoice rememberedChoice(QStringView object) const;
    void choose(const TableChoice &choice);
    void showInterfaces();
    [[nodiscard]] Describe describe() const override;

    OpenDevice &m_device;
    Kind m_kind;
    Query m_asked; // the latest of all
    bool m_waiting = false; // for the device to open
    bool m_goesLive = false; // once it has been read
    bool m_showsCounters = false; // then
    int m_walked = 0; // rows of the store that the operation brought
    Oid m_last; // behind which a walk that ended early can go on
    std::unique_ptr<ResultStore> m_before;
    std::unique_ptr<ResultStore> m_store;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<Operation> m_operation;
    PoolRun<std::optional<RunDifference>> m_comparing;
    std::shared_ptr<const RunDifference> m_difference; // nullptr: not compared

    ResultView m_view = ResultView::List;
    std::optional<ResultView> m_chosenView; // by a person
    TreeView *m_tree;
    TreeFinder *m_treeFinder;
    std::unique_ptr<TreeModel> m_treeModel;
    TablesPane *m_tables;
    TableResult *m_grid = nullptr; // of the tables
    ResultExport::End m_lastEnd; // of the run
    LiveRun *m_live;
    ColumnMemory *m_columns = nullptr;
    TableResult::Sorting m_gridSorting; // as the run before left it
    bool m_showsColumns = false; // beside the grid; so it is beside the next
    bool m_showsRow = false;
    TableChoice m_choice; // that the table was read with
    Describe m_seen; // what arrives is looked at through it
    InterfaceLookout m_lookout;
};

} // namespace walkabout
