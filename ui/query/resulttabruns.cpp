// SPDX-License-Identifier: GPL-3.0-or-later
// How the runs of a tab follow one another: again, resumed, compared.
#include "ui/query/resulttab.h"

#include "ui/query/liverun.h"
#include "ui/query/objectlist.h"
#include "ui/query/resultbar.h"
#include "ui/query/resultmodel.h"
#include "ui/query/tablespane.h"
#include "ui/query/treemodel.h"
#include "ui/query/treeview.h"
#include "ui/table/tablemodel.h"

#include <QStackedWidget>

namespace walkabout {

// A run begins: the last one stays for comparison.
void ResultTab::clear() {
    auto store = std::make_unique<ResultStore>();
    auto model = std::make_unique<ResultModel>(*store, describe());
    model->setChanges(m_device.changes());
    showRows(*model);
    if (m_grid) {
        m_gridSorting = m_grid->sorting();
        m_showsColumns = m_grid->showsColumnPanel();
        m_showsRow = m_grid->showsRowForm();
    }
    m_live->setGrid(nullptr);
    m_grid = nullptr;
    m_tables->clear();
    auto tree = std::make_unique<TreeModel>(*model);
    m_tree->showTree(tree.get());
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.model() != m_treeModel.get())
            return; // of the run before, which goes
        m_current = m_treeModel->varBindAt(current);
        if (const Oid oid = m_treeModel->oidAt(current); !oid.isEmpty())
            emit objectSelected(oid);
    });
    m_treeModel = std::move(tree);
    m_model = std::move(model);
    m_treeModel->setActive(m_views->currentWidget() == m_tree);
    m_lastEnd = {};
    m_comparing.cancel();
    m_difference.reset();
    m_before = std::exchange(m_store, std::move(store));
    if (m_before && m_before->size() == 0)
        m_before.reset();
    m_current.reset();
    m_walked = 0;
    m_model->setFilter(ResultFilter::parse(filterText()));
}

void ResultTab::start(const Query &query, const QString &address) {
    m_operation.reset();
    m_goesLive = m_showsCounters = false;
    if (m_kind == Kind::Objects && m_store->size() + m_model->rowCount() > 0) {
        clear();
        if (!asksTheSame(query, m_query, *m_library))
            m_before.reset();
        m_model->compareWith(m_before.get());
    }
    m_query = m_asked = query;
    m_address = address;
    ask();
}

void ResultTab::resume() {
    m_query.after = m_last;
    m_lastEnd = {};
    ask();
}

// What did not come to its end says nothing of what is gone.
void ResultTab::compareRuns() {
    if (!m_before || m_bad || m_operation)
        return;
    m_comparing.start(
        [before = ResultSnapshot(*m_before), now = ResultSnapshot(*m_store)](
            const std::atomic<bool> &cancelled) { return RunDifference::between(before, now, cancelled); },
        [this](const std::optional<RunDifference> &difference) {
            if (!difference)
                return;
            m_model->addNote(tr("Since the run before: %1 changed, %2 new, %3 gone.")
                                 .arg(difference->changed)
                                 .arg(difference->added)
                                 .arg(difference->gone.size()),
                false);
            m_difference = std::make_shared<const RunDifference>(*difference);
            m_model->showDifference(m_difference);
            if (m_grid)
                m_grid->model().compare(m_difference, *m_before);
        });
}

} // namespace walkabout
