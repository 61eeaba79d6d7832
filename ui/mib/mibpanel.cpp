// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibpanel.h"

#include "ui/mib/mibtreemodel.h"
#include "ui/mib/mibtreeview.h"
#include "ui/mib/moduletreemodel.h"
#include "ui/mib/nodemenu.h"
#include "ui/mib/searchmodel.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/fonts.h"
#include "ui/shared/icon.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

using namespace std::chrono_literals;

namespace walkabout {

MibPanel::MibPanel(QWidget *parent)
    : QWidget(parent)
    , m_library(Library::empty())
    , m_byOid(new MibTreeModel(this))
    , m_byModule(new ModuleTreeModel(this))
    , m_found(new SearchModel(this))
    , m_search(new QLineEdit(this))
    , m_nothing(new QLabel(this))
    , m_results(new QTableView(this))
    , m_tree(new MibTreeView(this)) {
    buildSearch();
    buildTree();

    auto *options = new QToolButton(this);
    options->setIcon(icon(Glyph::Filter));
    options->setToolTip(tr("How the tree is shown"));
    options->setAccessibleName(tr("MIB tree options"));
    options->setPopupMode(QToolButton::InstantPopup);
    options->setAutoRaise(true);
    options->setMenu(optionsMenu());

    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 4, 4, 4);
    line->setSpacing(4);
    line->addWidget(m_search, 1);
    line->addWidget(options);
    auto *panes = new QSplitter(Qt::Vertical, this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_results);
    panes->addWidget(m_tree);
    panes->setSizes({180, 320});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_nothing);
    layout->addWidget(panes, 1);
    setFocusProxy(m_tree);
}

void MibPanel::buildSearch() {
    m_search->setPlaceholderText(tr("Search MIBs"));
    m_search->setAccessibleName(tr("Search MIBs"));
    m_search->setToolTip(tr("Names, OIDs, labels and words of descriptions"));
    addClearButton(m_search);
    m_search->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(80ms);
    connect(&m_pause, &QTimer::timeout, this, &MibPanel::search);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));

    m_nothing->setMargin(6);
    m_nothing->setWordWrap(true);
    m_nothing->hide();

    m_results->setModel(m_found);
    m_results->setAccessibleName(tr("MIB search results"));
    m_results->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_results->setSelectionMode(QAbstractItemView::SingleSelection);
    m_results->setShowGrid(false);
    m_results->setWordWrap(false);
    m_results->setTabKeyNavigation(false);
    m_results->setIconSize({16, 16});
    m_results->verticalHeader()->hide();
    m_results->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_results->verticalHeader()->setDefaultSectionSize(rowHeight(font()));
    m_results->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_results->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_results->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_results->horizontalHeader()->setHighlightSections(false);
    m_results->installEventFilter(this);
    m_results->hide();
    connect(
        m_results->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
            if (current.isValid())
                choose(m_found->oid(current.row()));
        });
    connect(m_results, &QTableView::activated, this, [this](const QModelIndex &index) {
        choose(m_found->oid(index.row()));
        m_tree->setFocus();
    });
}

void MibPanel::buildTree() {
    m_tree->setModel(m_byOid);
    m_tree->setFinder([this](const Oid &oid) { return m_byOid->indexOf(oid); });
    m_tree->setAccessibleName(tr("MIB tree"));
    connect(m_tree, &MibTreeView::selected, this, &MibPanel::selected);
    connect(m_tree, &MibTreeView::leafActivated, this, &MibPanel::activated);
    connect(m_tree, &MibTreeView::copyRequested, this, [this] { copy(false); });
    connect(m_tree, &MibTreeView::copyOidRequested, this, [this] { copy(true); });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &MibPanel::openMenu);
}

QMenu *MibPanel::optionsMenu() {
    auto *menu = new QMenu(this);
    auto *order = new QActionGroup(menu);
    QAction *byOid = order->addAction(tr("By &OID"));
    QAction *byModule = order->addAction(tr("By &module"));
    for (QAction *action : {byOid, byModule})
        action->setCheckable(true);
    byOid->setChecked(true);
    menu->addActions(order->actions());
    menu->addSeparator();
    m_obsolete = menu->addAction(tr("Show o&bsolete"));
    m_obsolete->setCheckable(true);
    connect(byModule, &QAction::toggled, this, &MibPanel::setByModule);
    connect(m_obsolete, &QAction::toggled, this, &MibPanel::setObsoleteShown);
    return menu;
}

void MibPanel::setLibrary(Library::Pointer library) {
    const bool first = m_library->nodeCount() <= 1;
    const MibTreeView::State state = m_tree->state();
    m_library = std::move(library);
    m_byOid->setLibrary(m_library);
    if (m_isByModule) {
        connect(
            m_byModule, &ModuleTreeModel::filled, m_tree, [this, state] { m_tree->restore(state); },
            Qt::SingleShotConnection);
        m_byModule->setLibrary(m_library);
    } else if (first) {
        m_tree->openAtStandard();
        if (state.current)
            m_tree->reveal(*state.current);
    } else {
        m_tree->restore(state);
    }
    m_found->setLibrary(m_library);
}

void MibPanel::setByModule(bool byModule) {
    const auto current = m_tree->currentOid();
    m_isByModule = byModule;
    // The selection model of the model that goes.
    QItemSelectionModel *old = m_tree->selectionModel();
    if (byModule) {
        if (m_byModule->library() != m_library)
            m_byModule->setLibrary(m_library);
        m_tree->setFinder([this](const Oid &oid) { return m_byModule->indexOf(oid); });
        m_tree->setModel(m_byModule);
        connect(
            m_byModule, &ModuleTreeModel::filled, m_tree,
            [this, current] {
                if (current)
                    m_tree->reveal(*current);
            },
            Qt::SingleShotConnection);
    } else {
        m_tree->setFinder([this](const Oid &oid) { return m_byOid->indexOf(oid); });
        m_tree->setModel(m_byOid);
        m_tree->openAtStandard();
    }
    old->deleteLater();
    if (current)
        m_tree->reveal(*current);
}

void MibPanel::setObsoleteShown(bool shown) {
    const MibTreeView::State state = m_tree->state();
    m_byOid->setObsoleteShown(shown);
    if (m_isByModule)
        connect(
            m_byModule, &ModuleTreeModel::filled, m_tree, [this, state] { m_tree->restore(state); },
            Qt::SingleShotConnection);
    else
        m_tree->restore(state);
    m_byModule->setObsoleteShown(shown);
}

void MibPanel::reveal(const Oid &oid) {
    // What is asked for by name is shown, obsolete or not.
    if (!m_tree->reveal(oid) && m_library->nearest(oid).status() == Status::Obsolete) {
        m_obsolete->setChecked(true);
        m_tree->reveal(oid);
    }
}

void MibPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void MibPanel::search() {
    m_found->search(m_search->text());
    const bool asked = !m_search->text().trimmed().isEmpty();
    const bool found = m_found->rowCount() > 0;
    m_results->setVisible(asked && found);
    m_results->scrollToTop();
    m_nothing->setVisible(asked && !found);
    m_nothing->setText(tr("Nothing found in the %1 modules that are loaded.").arg(m_library->modules().size()));
}

void MibPanel::choose(const Oid &oid) {
    reveal(oid);
    emit selected(oid);
}

bool MibPanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        m_tree->setFocus();
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        m_pause.stop();
        search();
        if (m_found->rowCount() > 0) {
            m_results->setCurrentIndex(m_found->index(0, 0));
            m_results->setFocus();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MibPanel::openMenu(const QPoint &position) {
    const auto oid = m_tree->indexAt(position).isValid() ? m_tree->currentOid() : std::nullopt;
    const NodeRef node = oid ? m_library->node(*oid) : NodeRef();
    if (node.isNull())
        return;
    auto *menu = new NodeMenu(
        node, [this, at = *oid](Verb verb) { emit requested(verb, at); }, this);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void MibPanel::copy(bool number) {
    const auto oid = m_tree->currentOid();
    if (!oid)
        return;
    const NodeRef node = m_library->node(*oid);
    QGuiApplication::clipboard()->setText(number || node.isNull() ? oid->toString() : node.name());
}

} // namespace walkabout
