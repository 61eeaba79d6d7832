// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/treeview.h"

#include "ui/query/treedelegate.h"
#include "ui/query/treemodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace walkabout {

TreeView::TreeView(QWidget *parent)
    : ResultList(QStringLiteral("tree"), parent) {
    setObjectName(QStringLiteral("resulttree"));
    setAccessibleName(tr("Result tree"));
    setAccessibleDescription(tr("Right opens an object, Left closes it, * opens all"));
    horizontalHeader()->setSectionsClickable(false); // a tree stands in OID order
    horizontalHeader()->setSortIndicatorShown(false);
    setItemDelegateForColumn(ResultRows::Name, new TreeDelegate(this));
}

void TreeView::showTree(TreeModel *model) {
    m_tree = model;
    showModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const Oid oid = m_tree->oidAt(currentIndex()); !oid.isEmpty())
            m_kept = oid;
    });
    connect(model, &QAbstractItemModel::modelReset, this, &TreeView::keepCurrent);
}

void TreeView::keepCurrent() {
    if (m_kept.isEmpty() || m_tree->rowCount() == 0)
        return;
    if (const int line = m_tree->lineOf(m_kept); line >= 0) {
        const QModelIndex index = m_tree->index(line, ResultRows::Name);
        setCurrentIndex(index);
        scrollTo(index);
    }
    m_kept = {};
}

bool TreeView::reveal(const Oid &oid) {
    const int line = m_tree ? m_tree->reveal(oid) : -1;
    if (line < 0)
        return false;
    const QModelIndex index = m_tree->index(line, ResultRows::Name);
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

void TreeView::openAll(bool open) {
    if (m_tree)
        m_tree->openAll(open);
}

void TreeView::addTo(QMenu &menu) {
    menu.addSeparator();
    menu.addAction(tr("Open A&ll"), this, [this] { openAll(true); });
    menu.addAction(tr("Clos&e All"), this, [this] { openAll(false); });
}

bool TreeView::toggle(int line) { return m_tree && m_tree->toggle(line); }

int TreeView::sizeHintForColumn(int column) const {
    constexpr int levels = 5; // those of a table's instances
    const int width = ResultList::sizeHintForColumn(column);
    return column == ResultRows::Name ? width + levels * TreeDelegate::step(verticalHeader()->defaultSectionSize())
                                      : width;
}

void TreeView::keyPressEvent(QKeyEvent *event) {
    const int line = currentIndex().row();
    const bool isPlain = !(event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier | Qt::ShiftModifier));
    if (!m_tree || line < 0 || !isPlain)
        return ResultList::keyPressEvent(event);
    const auto branch = m_tree->branchAt(line);
    const bool isName = currentIndex().column() == ResultRows::Name;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Plus:
        if (branch == TreeModel::Branch::Closed && isName) {
            toggle(line);
            return;
        }
        break;
    case Qt::Key_Left:
    case Qt::Key_Minus:
        if (branch == TreeModel::Branch::Open && isName) {
            toggle(line);
            return;
        }
        if (const int above = m_tree->lineAbove(line); isName && event->key() == Qt::Key_Left && above >= 0) {
            setCurrentIndex(m_tree->index(above, ResultRows::Name));
            return;
        }
        break;
    case Qt::Key_Asterisk: openAll(true); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (toggle(line))
            return;
        break;
    default: break;
    }
    ResultList::keyPressEvent(event);
}

void TreeView::mousePressEvent(QMouseEvent *event) {
    ResultList::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (index.column() == ResultRows::Name && TreeDelegate::mark(visualRect(index), index).contains(event->pos()))
        toggle(index.row());
}

void TreeView::mouseDoubleClickEvent(QMouseEvent *event) {
    const QModelIndex index = indexAt(event->pos());
    const bool isOnMark
        = index.column() == ResultRows::Name && TreeDelegate::mark(visualRect(index), index).contains(event->pos());
    if (isOnMark || !toggle(index.row()))
        ResultList::mouseDoubleClickEvent(event);
}

} // namespace walkabout
