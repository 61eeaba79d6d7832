// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibpanel.h"

#include "ui/mib/favouritelist.h"
#include "ui/mib/favourites.h"
#include "ui/mib/mibfilter.h"
#include "ui/mib/mibsearch.h"
#include "ui/mib/mibtreemodel.h"
#include "ui/mib/moduletreemodel.h"
#include "ui/mib/nodemenu.h"
#include "ui/shared/icon.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace walkabout {

MibPanel::MibPanel(QWidget *parent)
    : QWidget(parent)
    , m_library(Library::empty())
    , m_nodes(ShownNodes::find(m_library, {}))
    , m_byOid(new MibTreeModel(this))
    , m_byModule(new ModuleTreeModel(this))
    , m_search(new MibSearch(this))
    , m_filter(new MibFilter(this))
    , m_tree(new MibTreeView(this))
    , m_below(new QWidget(this)) {
    buildTree();
    build();
    addKeys();
    connect(m_search, &MibSearch::chosen, this, &MibPanel::choose);
    connect(m_search, &MibSearch::left, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_search->results(), &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { openMenu(m_search->results(), at); });
    connect(m_filter, &MibFilter::changed, this, &MibPanel::find);
    connect(m_filter, &MibFilter::left, m_tree, qOverload<>(&QWidget::setFocus));
}

void MibPanel::build() {
    const auto button = [this](Glyph glyph, const QString &name, const QString &tip) {
        auto *made = new QToolButton(this);
        made->setIcon(icon(glyph));
        made->setToolTip(tip);
        made->setAccessibleName(name);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        return made;
    };
    auto *filter = button(Glyph::Filter, tr("MIB tree filter"), tr("Show only some nodes (Ctrl+Shift+F in the tree)"));
    filter->setCheckable(true);
    connect(filter, &QToolButton::toggled, m_filter, &MibFilter::setOpen);
    connect(m_filter, &MibFilter::openChanged, filter, &QToolButton::setChecked);
    auto *options = button(Glyph::Tree, tr("MIB tree options"), tr("How the tree is shown"));
    options->setPopupMode(QToolButton::InstantPopup);
    options->setMenu(optionsMenu());

    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 4, 4, 4);
    line->setSpacing(4);
    line->addWidget(m_search->line(), 1);
    line->addWidget(filter);
    line->addWidget(options);
    auto *below = new QVBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(2);
    below->addWidget(m_tree, 1);
    auto *panes = new QSplitter(Qt::Vertical, this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_search->results());
    panes->addWidget(m_below);
    panes->setSizes({300, 220});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_filter);
    layout->addWidget(m_search->said());
    layout->addWidget(panes, 1);
    setFocusProxy(m_tree);
    setTabOrder(m_search->line(), filter);
    setTabOrder(filter, options);
}

void MibPanel::buildTree() {
    m_tree->setModel(m_byOid);
    m_tree->setFinder([this](const Oid &oid) { return m_byOid->indexOf(oid); });
    m_tree->setAccessibleName(tr("MIB tree"));
    connect(m_tree, &MibTreeView::selected, this, &MibPanel::selected);
    connect(m_tree, &MibTreeView::moduleSelected, this, &MibPanel::moduleSelected);
    connect(m_tree, &MibTreeView::leafActivated, this, &MibPanel::activated);
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) { openMenu(m_tree, at); });
}

void MibPanel::addKeys() {
    const auto on = [this](const QKeySequence &key, auto pressed) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, pressed);
    };
    on(QKeySequence::Copy, [this] { copy(Copy::Name); });
    on(NodeMenu::copyOidKey, [this] { copy(Copy::Number); });
    on(NodeMenu::copyQualifiedKey, [this] { copy(Copy::Qualified); });
    on(NodeMenu::favouriteKey, [this] { toggleFavourite(); });
    on(NodeMenu::sourceKey, [this] { showSource(); });
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
    connect(m_obsolete, &QAction::toggled, m_filter, &MibFilter::setObsoleteShown);
    connect(m_filter, &MibFilter::changed, m_obsolete, [this] { m_obsolete->setChecked(m_filter->isObsoleteShown()); });
    return menu;
}

void MibPanel::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    m_search->setLibrary(m_library);
    m_filter->setLibrary(m_library);
    if (m_stars)
        m_stars->setLibrary(m_library);
    find();
}

void MibPanel::setFavourites(Favourites &favourites) {
    m_favourites = &favourites;
    m_stars = new FavouriteList(favourites, m_below);
    m_stars->setLibrary(m_library);
    static_cast<QVBoxLayout *>(m_below->layout())->insertWidget(0, m_stars);
    setTabOrder(m_tree->previousInFocusChain(), m_stars);
    setTabOrder(m_stars, m_tree);
    connect(m_search, &MibSearch::resultsShown, m_stars, &FavouriteList::setAside);
    connect(m_stars, &FavouriteList::selected, this, &MibPanel::choose);
    connect(m_stars, &FavouriteList::leafActivated, this, &MibPanel::activated);
    connect(m_stars, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) { openMenu(m_stars, at); });
}

void MibPanel::find() {
    NodeFilter searched = m_filter->filter();
    searched.currentOnly = false; // what is obsolete is found, and shown once it is chosen
    m_search->setFilter(searched);
    m_finding.start([library = m_library, filter = m_filter->filter()](
                        const std::atomic<bool> &cancelled) { return ShownNodes::find(library, filter, &cancelled); },
        [this](const ShownNodes::Pointer &nodes) { showNodes(nodes); });
}

void MibPanel::showNodes(const ShownNodes::Pointer &nodes) {
    if (!nodes)
        return;
    const bool first = m_nodes->library()->nodeCount() <= 1;
    const bool wasFiltered = m_nodes->isFiltered();
    const bool narrowed = nodes->isFiltered() && !(nodes->filter() == m_nodes->filter());
    MibTreeView::State state = m_tree->state();
    if (nodes->isFiltered() && !wasFiltered)
        m_unfiltered = state;
    m_nodes = nodes;
    showInTree();
    restore(std::move(state), first, wasFiltered);
    if (narrowed)
        m_tree->openTo(nodes->firstMatches());
    m_filter->tell(*nodes);
    if (const std::optional<Oid> wanted = std::exchange(m_wanted, {}))
        reveal(*wanted);
    emit shown();
}

// The model that is not seen would only keep an old library.
void MibPanel::showInTree() {
    const ShownNodes::Pointer none = ShownNodes::find(Library::empty(), {});
    m_byModule->show(m_isByModule ? m_nodes : none);
    m_byOid->show(m_isByModule ? none : m_nodes);
}

void MibPanel::restore(MibTreeView::State state, bool first, bool wasFiltered) {
    if (first && !m_isByModule) {
        m_tree->openAtStandard();
        if (state.current)
            m_tree->reveal(*state.current);
        return;
    }
    if (wasFiltered && !m_nodes->isFiltered() && m_unfiltered) {
        const std::optional<Oid> current = state.current;
        state = *std::exchange(m_unfiltered, {});
        // What was chosen among the matches is looked for, not what was on top before.
        if (current && current != state.current) {
            state.current = current;
            state.top.reset();
        }
    }
    m_tree->restore(state);
}

void MibPanel::setByModule(bool byModule) {
    const auto current = m_tree->currentOid();
    m_isByModule = byModule;
    // The selection model of the model that goes.
    QItemSelectionModel *old = m_tree->selectionModel();
    showInTree();
    m_unfiltered.reset();
    if (byModule) {
        m_tree->setFinder([this](const Oid &oid) { return m_byModule->indexOf(oid); });
        m_tree->setModel(m_byModule);
    } else {
        m_tree->setFinder([this](const Oid &oid) { return m_byOid->indexOf(oid); });
        m_tree->setModel(m_byOid);
        m_tree->openAtStandard();
    }
    old->deleteLater();
    if (m_nodes->isFiltered())
        m_tree->openTo(m_nodes->firstMatches());
    if (current)
        m_tree->reveal(*current);
}

void MibPanel::reveal(const Oid &oid) {
    if (m_finding.isRunning())
        m_wanted = oid;
    if (m_tree->reveal(oid) || m_finding.isRunning() || m_filter->isObsoleteShown())
        return;
    // What is asked for by name is shown, obsolete or not.
    if (m_library->nearest(oid).status() == Status::Obsolete) {
        m_wanted = oid;
        m_filter->setObsoleteShown(true);
    }
}

void MibPanel::focusSearch() { m_search->focus(); }

void MibPanel::openFilter() { m_filter->setOpen(true); }

bool MibPanel::clearFilter() { return m_filter->reset(); }

void MibPanel::choose(const Oid &oid) {
    reveal(oid);
    emit selected(oid);
}

} // namespace walkabout
