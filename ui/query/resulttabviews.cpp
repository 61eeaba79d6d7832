// SPDX-License-Identifier: GPL-3.0-or-later
// How a tab's result is looked at: as a list, a tree or its tables, without asking the device again.
#include "ui/query/resulttab.h"

#include "core/work/objectname.h"
#include "ui/query/liverun.h"
#include "ui/query/resultbar.h"
#include "ui/query/resultlist.h"
#include "ui/query/resultmodel.h"
#include "ui/query/tablespane.h"
#include "ui/query/treefinder.h"
#include "ui/query/treemodel.h"
#include "ui/query/treeview.h"
#include "ui/set/cellediting.h"
#include "ui/table/tablemodel.h"

#include <QApplication>
#include <QStackedWidget>

namespace walkabout {

void ResultTab::connectViews() {
    m_views->addWidget(m_tree);
    m_views->addWidget(m_tables);
    connect(m_bar, &ResultBar::viewAsked, this, &ResultTab::look);
    connect(m_tables, &TablesPane::chosenChanged, this, &ResultTab::makeGrid);
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const std::optional<VarBind> varBind = m_treeModel->varBindAt(index))
            emit activated(varBind->oid);
    });
    connect(m_tree, &ResultList::menuAsked, this, [this](const QPoint &at) { openMenu(*m_tree, at); });
    connect(m_tree, &ResultList::refused, this, &QueryTab::told);
    connect(m_views, &QStackedWidget::currentChanged, this, [this] {
        m_treeModel->setActive(m_views->currentWidget() == m_tree);
        setFocusProxy(m_views->currentWidget());
    });
    m_bar->showView(m_view);
}

void ResultTab::look(ResultView view) {
    m_chosenView = view;
    const bool hadFocus = m_views->currentWidget()->isAncestorOf(QApplication::focusWidget());
    showView(view);
    showTables();
    if (hadFocus)
        m_views->currentWidget()->setFocus();
}

void ResultTab::showView(ResultView view) {
    m_view = view;
    m_find->stop();
    QWidget *const widgets[] = {m_list, m_tree, m_tables};
    m_views->setCurrentWidget(widgets[size_t(view)]);
    m_bar->showView(view);
}

// The tables of a result are made when they are first looked at.
void ResultTab::showTables() {
    if (m_view != ResultView::Tables || m_grid)
        return;
    std::optional<Oid> only;
    if (m_query.verb == Verb::Table) {
        if (const Result<ObjectName> name = ObjectName::parse(m_query.objects.value(0), *m_library))
            only = name->object;
    }
    m_tables->show(*m_store, m_library, only);
}

void ResultTab::makeGrid(const Oid &table) {
    m_live->setGrid(nullptr);
    m_grid = new TableResult(*m_store, table, m_tables);
    m_grid->setDevice(m_device);
    m_tables->setGrid(m_grid);
    m_grid->setColumnMemory(m_columns);
    if (m_query.verb == Verb::Table)
        m_grid->sortWhenEnded(m_gridSorting);
    m_grid->setLibrary(m_library, describe().forms());
    m_grid->setChoice(m_query.verb == Verb::Table ? m_choice : rememberedChoice(table.toString()));
    m_grid->setInterfaces(m_device.interfaces());
    m_grid->showColumnPanel(m_showsColumns);
    m_grid->showRowForm(m_showsRow);
    m_grid->setFilter(filterText());
    if (m_library->node(table).kind() == NodeKind::Column)
        m_grid->showColumn(table);
    connect(m_grid, &TableResult::objectSelected, this, [this](const Oid &instance) {
        m_current = m_grid->current();
        emit objectSelected(instance);
    });
    connect(m_grid, &TableResult::menuOpening, this, [this](QMenu *menu) { addCopies(*menu); });
    connect(m_grid, &TableResult::choiceMade, this, &ResultTab::choose);
    connect(&m_grid->editing(), &CellEditing::refused, this, &ResultTab::editRefused);
    connect(&m_grid->editing(), &CellEditing::sendRequested, this, &ResultTab::sendRequested);
    connect(m_grid, &TableResult::rowCreationRequested, this, &ResultTab::rowCreationRequested);
    connect(m_grid, &TableResult::rowDestructionRequested, this, &ResultTab::rowDestructionRequested);
    m_live->setGrid(m_grid);
    if (m_difference)
        m_grid->model().compare(m_difference, *m_before);
    if (!m_lastEnd.text.isEmpty())
        m_grid->ended(m_lastEnd.text, m_lastEnd.isWhole);
}

// What reads the table that is shown: what was asked, or the like for one of its tables.
Query ResultTab::tableQuery() const {
    if (m_query.verb == Verb::Table)
        return chosen();
    Query query;
    query.verb = Verb::Table;
    query.objects = {m_tables->chosen().toString()};
    query.scope = m_query.scope;
    return query;
}

bool ResultTab::isGridShown() const { return m_grid && m_views->currentWidget() == m_tables; }

bool ResultTab::edit() { return isGridShown() ? m_grid->editing().edit() : QueryTab::edit(); }

bool ResultTab::settleEdit() { return QueryTab::settleEdit() && (!m_grid || m_grid->editing().settle()); }

void ResultTab::sortByCurrent() {
    if (isGridShown())
        m_grid->sortByCurrent();
    else if (m_views->currentWidget() == m_list)
        QueryTab::sortByCurrent();
}

Finder *ResultTab::finder() const {
    if (m_views->currentWidget() == m_tree)
        return m_treeFinder;
    return isGridShown() ? m_grid->finder() : QueryTab::finder();
}

} // namespace walkabout
