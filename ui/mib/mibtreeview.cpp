// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibtreeview.h"

#include "ui/mib/enterprises.h"
#include "ui/mib/nodedelegate.h"
#include "ui/mib/nodeface.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace walkabout {

namespace {

std::optional<Oid> oidOf(const QModelIndex &index) {
    const QVariant oid = index.data(nodeface::OidRole);
    return oid.isValid() ? std::optional(oid.value<Oid>()) : std::nullopt;
}

constexpr int MostOpened = 2000; // rows at one key

bool isModule(const QModelIndex &index, const std::function<QModelIndex(const Oid &)> &finder) {
    const auto oid = oidOf(index);
    return !oid || finder(*oid) != index;
}

} // namespace

MibTreeView::MibTreeView(QWidget *parent)
    : QTreeView(parent) {
    setItemDelegate(new NodeDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(14);
    setIconSize({16, 16});
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed); // widen() measures
    connect(this, &QTreeView::activated, this, &MibTreeView::activate);
    m_measuring.setSingleShot(true);
    m_measuring.setInterval(0);
    connect(&m_measuring, &QTimer::timeout, this, &MibTreeView::widen);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_measuring, qOverload<>(&QTimer::start));
    connect(this, &QTreeView::expanded, &m_measuring, qOverload<>(&QTimer::start));
    // A table, its entry and its columns are one branch.
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (index.data(nodeface::TableRole).toBool())
            expand(model()->index(0, 0, index));
    });
}

// Grows with the rows that come into view; Qt would measure those that have just gone.
void MibTreeView::widen() {
    const int width = qMax(sizeHintForColumn(0), viewport()->width());
    if (width > header()->sectionSize(0))
        header()->resizeSection(0, width);
}

void MibTreeView::reset() {
    QTreeView::reset();
    header()->resizeSection(0, viewport()->width());
    m_measuring.start();
}

void MibTreeView::resizeEvent(QResizeEvent *event) {
    QTreeView::resizeEvent(event);
    // What is selected is not left behind the scroll bar that has just come.
    const QRect current = currentIndex().isValid() ? visualRect(currentIndex()) : QRect();
    if (current.intersects(QRect({}, event->oldSize())) && current.bottom() >= viewport()->height())
        scrollTo(currentIndex());
    m_measuring.start();
}

std::optional<Oid> MibTreeView::currentOid() const {
    return currentIndex().isValid() ? oidOf(currentIndex()) : std::nullopt;
}

void MibTreeView::collect(const QModelIndex &parent, State &state) const {
    const int rows = model()->rowCount(parent);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        if (!isExpanded(index))
            continue;
        if (isModule(index, m_finder))
            state.openModules.append(index.data().toString());
        else
            state.open.append(*oidOf(index));
        collect(index, state);
    }
}

MibTreeView::State MibTreeView::state() const {
    State state;
    collect({}, state);
    state.current = currentOid();
    if (const QModelIndex top = indexAt({1, 1}); top.isValid())
        state.top = oidOf(top);
    return state;
}

void MibTreeView::restore(const State &state) {
    const QScopedValueRollback silent(m_silent, true);
    for (int row = 0; row < (state.openModules.isEmpty() ? 0 : model()->rowCount()); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (state.openModules.contains(index.data().toString()))
            expand(index);
    }
    for (const Oid &oid : state.open) {
        const QModelIndex index = m_finder(oid);
        // The nearest node stands in for one that the new library lacks; it was not open itself.
        if (index.isValid() && oidOf(index) == oid) {
            openWayTo(index);
            expand(index);
        }
    }
    if (state.current)
        reveal(*state.current);
    if (state.top) {
        if (const QModelIndex top = m_finder(*state.top); top.isValid())
            scrollTo(top, PositionAtTop);
    }
}

void MibTreeView::openWayTo(const QModelIndex &index) {
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
}

bool MibTreeView::reveal(const Oid &oid) {
    const QModelIndex index = m_finder(oid);
    if (!index.isValid())
        return false;
    const QScopedValueRollback silent(m_silent, true);
    openWayTo(index);
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

void MibTreeView::openTo(const QList<Oid> &oids) {
    QModelIndex first;
    for (const Oid &oid : oids) {
        const QModelIndex index = m_finder(oid);
        if (!index.isValid())
            continue;
        openWayTo(index);
        if (!first.isValid())
            first = index;
    }
    if (first.isValid())
        scrollTo(first);
}

void MibTreeView::openAtStandard() {
    static const Oid mib2{1, 3, 6, 1, 2, 1};
    for (const Oid &oid : {enterprises(), mib2}) {
        const QModelIndex index = m_finder(oid);
        if (!index.isValid() || oidOf(index) != oid)
            continue;
        openWayTo(index);
        expand(index);
        if (oid == mib2) {
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
            scrollTo(index, PositionAtTop);
        }
    }
}

void MibTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QTreeView::currentChanged(current, previous);
    announce();
}

void MibTreeView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) {
    QTreeView::selectionChanged(selected, deselected);
    if (selected.contains(currentIndex()))
        announce();
}

// A key selects what will be current, a click makes current what will be selected: what is both is told.
void MibTreeView::announce() {
    const QModelIndex current = currentIndex();
    if (m_silent || !current.isValid() || !selectionModel()->isSelected(current))
        return;
    if (const auto oid = oidOf(current))
        emit selected(*oid);
    else if (const QString module = current.data(nodeface::ModuleRole).toString(); !module.isEmpty())
        emit moduleSelected(module);
}

void MibTreeView::activate(const QModelIndex &index) {
    const bool folder = index.data(nodeface::FolderRole).toBool();
    if (folder && model()->hasChildren(index))
        setExpanded(index, !isExpanded(index));
    else if (const auto oid = oidOf(index))
        emit leafActivated(*oid);
}

// Qt opens everything below: of hundreds of thousands of nodes that takes too long.
void MibTreeView::keyPressEvent(QKeyEvent *event) {
    if (event->key() != Qt::Key_Asterisk) {
        QTreeView::keyPressEvent(event);
        return;
    }
    const QModelIndex index = currentIndex();
    expand(index);
    int opened = model()->rowCount(index);
    for (int row = 0; row < model()->rowCount(index); ++row) {
        const QModelIndex child = model()->index(row, 0, index);
        opened += model()->rowCount(child);
        if (opened > MostOpened)
            break;
        expand(child);
    }
}

} // namespace walkabout
