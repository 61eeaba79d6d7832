// SPDX-License-Identifier: GPL-3.0-or-later
// How a tab asks and gathers; resulttabruns.cpp has how runs follow one another, resulttabviews.cpp how they are looked
// at, resulttabcolumns.cpp what a person chose of a table, resulttabgrid.cpp a table live.
#include "ui/query/resulttab.h"

#include "core/work/equivalentcommand.h"
#include "core/work/objectname.h"
#include "core/work/storesearch.h"
#include "ui/find/findbar.h"
#include "ui/query/ending.h"
#include "ui/query/liverun.h"
#include "ui/query/resultbar.h"
#include "ui/query/resultlist.h"
#include "ui/query/resultmodel.h"
#include "ui/query/tablespane.h"
#include "ui/query/treefinder.h"
#include "ui/query/treemodel.h"
#include "ui/query/treeview.h"
#include "ui/set/cellediting.h"
#include "ui/table/livebar.h"
#include "ui/table/tablemodel.h"

#include <QStackedWidget>

namespace walkabout {

ResultTab::ResultTab(OpenDevice &device, Kind kind, Library::Pointer library, QWidget *parent)
    : QueryTab(std::move(library), parent)
    , m_device(device)
    , m_kind(kind)
    , m_tree(new TreeView(this))
    , m_treeFinder(new TreeFinder(*m_tree, *m_list, *m_listFinder, this))
    , m_tables(new TablesPane(this))
    , m_live(new LiveRun(device, m_bar->live(), this))
    , m_seen(m_library) {
    buildLive();
    connectViews();
    clear();
    connect(m_bar, &ResultBar::resumeAsked, this, &ResultTab::resume);
    connect(&device, &OpenDevice::interfacesChanged, this, &ResultTab::showInterfaces);
    connect(&device, &OpenDevice::described, this, &QueryTab::changed); // its title and colour
    connect(&device, &OpenDevice::opened, this, [this] {
        if (m_waiting)
            begin();
    });
    connect(&device, &OpenDevice::failed, this, [this](const Failure &failure) {
        if (std::exchange(m_waiting, false))
            addNote(failure.text(), true);
    });
    connect(&device, &OpenDevice::secretsWanted, this, [this](const Failure &failure) {
        if (m_waiting) {
            m_summary = failure.text();
            emit changed();
        }
    });
}

ResultTab::~ResultTab() {
    m_operation.reset();
    m_find->stop();
    delete m_live;
    // Views of the store, which goes before the widgets do.
    m_tables->clear();
    m_tree->setModel(nullptr);
    m_treeModel.reset();
}

void ResultTab::filter(const QString &text) {
    m_model->setFilter(ResultFilter::parse(text));
    if (m_grid)
        m_grid->setFilter(text);
}

void ResultTab::showProgress() {
    if (m_operation) {
        m_summary = figuresText(m_operation->figures());
        emit changed();
    }
}

QString ResultTab::title() const {
    if (m_kind == Kind::Scratch)
        return tr("%1: scratch").arg(m_device.device().label());
    return tr("%1 @ %2").arg(subject(), m_device.device().label());
}

QString ResultTab::command(const Secrets &revealed) const {
    const bool isAsked = !m_asked.objects.isEmpty() || !m_asked.changes.isEmpty();
    return isAsked ? equivalentCommand(m_device.device(), m_asked, revealed) : QString();
}

void ResultTab::tellAsked(const Query &query) {
    m_asked = query;
    emit changed();
}

void ResultTab::setLibrary(Library::Pointer library) {
    QueryTab::setLibrary(std::move(library));
    m_seen = Describe(m_library);
    m_model->setDescribe(describe());
    m_treeModel->setDescribe(m_model->describe());
    if (m_grid)
        m_grid->setLibrary(m_library, describe().forms());
}

void ResultTab::ask() {
    m_bar->offerResume(false);
    m_bad = false;
    m_waiting = true;
    const bool reads = m_device.device().kind == Device::Kind::Recording;
    m_summary = (reads ? tr("Reading %1 …") : tr("Opening %1 …")).arg(m_device.device().label());
    m_device.touch();
    if (m_device.connection())
        begin();
    else
        m_device.open();
    emit changed();
}

void ResultTab::begin() {
    m_waiting = false;
    m_choice = m_query.verb == Verb::Table ? rememberedChoice(m_query.objects.value(0)) : TableChoice();
    m_lookout.begin();
    Result<std::unique_ptr<Operation>> operation = chosen().begin(*m_device.connection(), *m_library);
    if (!operation) {
        addNote(operation.failure().text(), true);
        return;
    }
    m_operation = std::move(*operation);
    m_summary = tr("Asking %1 …").arg(m_device.device().label());
    showView(m_chosenView.value_or(m_query.verb == Verb::Table ? ResultView::Tables : ResultView::List));
    showTables();
    connect(m_operation.get(), &Operation::batch, this, [this](const VarBinds &varBinds) {
        m_store->append(varBinds);
        m_lookout.look(m_device, m_seen, varBinds);
        progressSoon();
    });
    connect(m_operation.get(), &Operation::trying, this, [this](int attempt, int of) {
        if (attempt > 1) {
            m_summary = tr("Waiting for %1: try %2 of %3").arg(m_device.device().label()).arg(attempt).arg(of);
            emit changed();
        }
    });
    connect(m_operation.get(), &Operation::finished, this, &ResultTab::finish);
    emit changed();
}

void ResultTab::finish() {
    Operation *operation = m_operation.release();
    operation->deleteLater(); // its signal brought us here
    const bool whole = operation->ending() == Ending::Whole;
    m_bad = !whole && operation->ending() != Ending::Cancelled;
    m_last = operation->lastOid();
    m_walked = m_store->size();
    m_summary = figuresText(operation->figures());
    if (m_grid)
        m_grid->ended(*operation);
    m_listEditing->whenClosed([this] { m_list->sortAsBefore(); });
    m_lastEnd = {endingName(*operation->ending()), endingText(*operation, describe()), operation->figures(), whole};
    if (!whole || m_kind == Kind::Objects)
        m_model->addNote(m_lastEnd.text, m_bad);
    m_bar->offerResume(!whole && m_query.verb == Verb::Walk && !m_last.isEmpty() && m_query.objects.size() == 1);
    m_bar->offerWhy(m_bad);
    compareRuns();
    if (std::exchange(m_goesLive, false) && m_grid && operation->ending() != Ending::Cancelled)
        beginLive();
    m_bar->live().showLive(isLive());
    emit changed();
    emit ended();
}

void ResultTab::stop() {
    if (std::exchange(m_waiting, false)) {
        m_summary = tr("Stopped.");
        emit changed();
    }
    m_goesLive = false;
    if (m_operation)
        m_operation->cancel();
    m_live->stop();
}

void ResultTab::secretsDeclined(const QUuid &device) {
    if (m_waiting && device == m_device.device().id)
        stop();
}

void ResultTab::addNote(const QString &text, bool bad) {
    m_waiting = false;
    m_bad = bad;
    m_bar->offerWhy(bad);
    m_summary = text;
    m_views->setCurrentWidget(m_list);
    m_bar->showView(ResultView::List);
    m_model->addNote(text, bad);
    emit changed();
    emit ended();
}

void ResultTab::append(const VarBinds &varBinds) {
    int at = m_store->size();
    m_store->append(varBinds);
    for (const VarBind &varBind : varBinds) {
        if (m_kind == Kind::Objects) {
            if (const std::optional<int> row = storesearch::rowOf(*m_store, varBind.oid, m_walked))
                m_model->supersede(*row, at);
        }
        if (m_current && m_current->oid == varBind.oid)
            m_current = varBind;
        ++at;
    }
}

bool ResultTab::take(const VarBinds &readBack) {
    VarBinds shown;
    for (const VarBind &varBind : readBack) {
        if (isTableOf(varBind.oid)
            || storesearch::rowOf(*m_store, varBind.oid, m_kind == Kind::Objects ? m_walked : m_store->size()))
            shown.append(varBind);
    }
    append(shown);
    return !shown.isEmpty();
}

bool ResultTab::isTableOf(const Oid &instance) const { return m_grid && instance.startsWith(m_grid->model().entry()); }

void ResultTab::setColumnMemory(ColumnMemory *memory) {
    m_columns = memory;
    QueryTab::setColumnMemory(memory);
}

} // namespace walkabout
