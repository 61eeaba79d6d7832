// SPDX-License-Identifier: GPL-3.0-or-later
// A tab's grid, read once or live; resulttab.cpp holds how it asks.
#include "ui/query/resulttab.h"

#include "core/work/objectname.h"
#include "ui/query/liverun.h"
#include "ui/query/resultbar.h"
#include "ui/query/resultlist.h"
#include "ui/query/resultmodel.h"
#include "ui/set/cellediting.h"
#include "ui/table/livebar.h"

#include <QStackedWidget>

namespace walkabout {

void ResultTab::showGrid() {
    const Result<ObjectName> name = ObjectName::parse(m_query.objects.value(0), *m_library);
    if (!name)
        return;
    m_grid = new TableResult(*m_store, name->object, this);
    m_grid->setDevice(m_device);
    m_grid->setColumnMemory(m_columns);
    m_grid->sortWhenEnded(m_gridSorting);
    m_grid->setLibrary(m_library);
    m_grid->setFilter(filterText());
    if (m_library->node(name->object).kind() == NodeKind::Column)
        m_grid->showColumn(name->object);
    m_views->addWidget(m_grid);
    m_views->setCurrentWidget(m_grid);
    m_bar->showViews(true, true);
    connect(m_grid, &TableResult::objectSelected, this, [this](const Oid &instance) {
        m_current = m_grid->current();
        emit objectSelected(instance);
    });
    connect(&m_grid->editing(), &CellEditing::refused, this, &ResultTab::editRefused);
    connect(&m_grid->editing(), &CellEditing::sendRequested, this, &ResultTab::sendRequested);
    connect(m_grid, &TableResult::rowCreationRequested, this, &ResultTab::rowCreationRequested);
    connect(m_grid, &TableResult::rowDestructionRequested, this, &ResultTab::rowDestructionRequested);
    m_live->setGrid(m_grid);
}

bool ResultTab::isGridShown() const { return m_grid && m_views->currentWidget() == m_grid; }

bool ResultTab::edit() { return isGridShown() ? m_grid->editing().edit() : QueryTab::edit(); }

void ResultTab::sortByCurrent() {
    if (isGridShown())
        m_grid->sortByCurrent();
    else
        QueryTab::sortByCurrent();
}

Finder *ResultTab::finder() const { return isGridShown() ? m_grid->finder() : QueryTab::finder(); }

void ResultTab::buildLive() {
    connect(&m_bar->live(), &LiveBar::liveAsked, this, &ResultTab::goLive);
    connect(m_live, &LiveRun::changed, this, [this] {
        m_summary = m_live->summary();
        emit changed();
    });
    connect(m_live, &LiveRun::readingShown, this, [this] {
        if (m_current)
            m_current = m_grid->current();
    });
}

bool ResultTab::isLive() const { return m_live->isRunning(); }

LiveBar *ResultTab::liveBar() const { return isGridShown() ? &m_bar->live() : nullptr; }

void ResultTab::goLive(bool live) {
    m_goesLive = false;
    if (!live) {
        m_live->stop();
        return;
    }
    if (!m_waiting && !m_operation) {
        if (m_device.connection() && m_grid) {
            beginLive();
            return;
        }
        again();
    }
    m_goesLive = isRunning(); // it begins when the table has been read
}

void ResultTab::watch() { m_goesLive = m_showsCounters = isRunning(); }

void ResultTab::beginLive() {
    if (std::exchange(m_showsCounters, false))
        m_grid->showCounters();
    m_device.touch();
    if (const auto failure = m_live->begin(m_query, *m_library, !m_bad))
        addNote(failure->text(), true);
    else
        m_model->addNote(tr("The table is live; this list stays as it was read."), false);
}

} // namespace walkabout
