// SPDX-License-Identifier: GPL-3.0-or-later
// What a tab shows and finds; querytabmenu.cpp has what is done with its rows.
#include "ui/query/querytab.h"

#include "ui/find/findbar.h"
#include "ui/find/itemfinder.h"
#include "ui/query/resultbar.h"
#include "ui/query/resultfilter.h"
#include "ui/query/resultlist.h"
#include "ui/query/resultrows.h"
#include "ui/set/cellediting.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace walkabout {

QueryTab::QueryTab(Library::Pointer library, QWidget *parent)
    : QWidget(parent)
    , m_library(std::move(library))
    , m_bar(new ResultBar(this))
    , m_views(new QStackedWidget(this))
    , m_list(new ResultList(this))
    , m_find(new FindBar([this] { return finder(); }, this))
    , m_listEditing(new CellEditing(
          *m_list, [this](const QModelIndex &index) { return m_rows ? m_rows->varBindAt(index) : std::nullopt; },
          [this](
              const QModelIndex &index) { return m_rows && index.column() == m_rows->lead() + ResultRows::ValueText; },
          [this] { return &device(); }, this))
    , m_listFinder(new ItemFinder(*m_list, ResultRows::CopyRole, this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_views);
    layout->addWidget(m_find);
    m_views->addWidget(m_list);
    setFocusProxy(m_list);
    m_listEditing->setLibrary(m_library);
    connect(m_listEditing, &CellEditing::refused, this, &QueryTab::editRefused);
    connect(m_listEditing, &CellEditing::sendRequested, this, &QueryTab::sendRequested);
    m_list->setMoveGate([this](std::function<void()> move) { m_listEditing->beforeRowsMove(std::move(move)); });
    m_progress.setSingleShot(true);
    m_progress.setInterval(60ms);
    connect(&m_progress, &QTimer::timeout, this, &QueryTab::showProgress);
    connect(m_bar, &ResultBar::filterChanged, this, [this](const QString &text) {
        m_bar->showProblem(ResultFilter::parse(text).problem());
        filter(text);
    });
    connect(m_bar, &ResultBar::whyAsked, this, &QueryTab::why);
    connect(m_bar, &ResultBar::pinned, this, [this](bool pinned) { m_pinned = pinned; });
    connect(m_bar, &ResultBar::columnsAsked, this, [this](const QPoint &at) { askColumns(at); });
    connect(m_list, &ResultList::menuAsked, this, [this](const QPoint &at) { openMenu(*m_list, at); });
    connect(m_list, &ResultList::refused, this, &QueryTab::told);
    // The panels that stand beside have exports of their own by the same key.
    auto *exporting = new QAction(this);
    exporting->setShortcut(QKeySequence::Save);
    exporting->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(exporting);
    connect(exporting, &QAction::triggered, this, &QueryTab::exportAsked);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const std::optional<VarBind> varBind = m_rows->varBindAt(index))
            emit activated(varBind->oid);
        else
            noteActivated();
    });
}

QueryTab::~QueryTab() = default;

ResultRows &QueryTab::rows() const { return *m_rows; }

void QueryTab::showRows(ResultRows &rows) {
    m_rows = &rows;
    m_list->showModel(&rows);
    m_find->stop();
    m_current.reset();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { follow(); });
    connect(&rows, &ResultRows::caughtUp, this, &QueryTab::showCount);
}

void QueryTab::follow() {
    m_current = m_rows ? m_rows->varBindAt(m_list->currentIndex()) : std::nullopt;
    if (m_current)
        emit objectSelected(m_current->oid);
}

void QueryTab::showCount() { m_bar->showCount(m_rows->shown(), m_rows->total(), m_rows->isFiltering()); }

void QueryTab::progressSoon() {
    if (!m_progress.isActive())
        m_progress.start();
}

QString QueryTab::filterText() const { return m_bar->filter().text(); }

QString QueryTab::subject() const {
    const QString object = m_query.objects.value(0);
    const qsizetype module = object.indexOf(u"::");
    const QString name = module < 0 ? object : object.mid(module + 2);
    return m_query.objects.size() > 1 ? tr("%1 …").arg(name) : name;
}

void QueryTab::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    m_listEditing->setLibrary(m_library);
}

bool QueryTab::settleEdit() { return m_listEditing->settle(); }

bool QueryTab::edit() { return m_listEditing->edit(); }

void QueryTab::setColumnMemory(ColumnMemory *memory) { m_list->setColumnMemory(memory); }

void QueryTab::again() {
    if (m_query.objects.isEmpty())
        return;
    if (!settleEdit()) {
        emit told(tr("What is typed in the cell is no value yet: correct it, or leave it by Esc, then ask again."));
        return;
    }
    Query query = m_query;
    query.after = {};
    start(query, m_address);
}

void QueryTab::askColumns(const QPoint &at) {
    QMenu *menu = m_list->columnMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(at);
}

Finder *QueryTab::finder() const { return m_listFinder; }

void QueryTab::sortByCurrent() { m_list->sortByCurrent(); }

void QueryTab::focusFilter() {
    m_bar->filter().setFocus();
    m_bar->filter().selectAll();
}

bool QueryTab::clearFilter() {
    if (m_bar->filter().text().isEmpty())
        return false;
    m_bar->filter().clear();
    return true;
}

} // namespace walkabout
