// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/treedelegate.h"

#include "ui/query/treemodel.h"

#include <QApplication>
#include <QPainter>

namespace walkabout {

QRect TreeDelegate::mark(const QRect &cell, const QModelIndex &index) {
    const int wide = step(cell.height());
    return {cell.left() + index.data(ResultRows::DepthRole).toInt() * wide, cell.top(), wide, cell.height()};
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    if (index.data(ResultRows::IsNoteRole).toBool())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem whole = option;
    initStyleOption(&whole, index);
    const QStyle &style = option.widget ? *option.widget->style() : *QApplication::style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, option.widget);
    const QRect at = mark(option.rect, index);
    if (const auto branch = TreeModel::Branch(index.data(ResultRows::BranchRole).toInt());
        branch != TreeModel::Branch::None) {
        QStyleOption arrow;
        const int side = qMin(at.width(), at.height()) - 4;
        arrow.rect = QRect(0, 0, side, side);
        arrow.rect.moveCenter(at.center());
        arrow.palette = option.palette;
        arrow.state = option.state;
        style.drawPrimitive(
            branch == TreeModel::Branch::Open ? QStyle::PE_IndicatorArrowDown : QStyle::PE_IndicatorArrowRight, &arrow,
            painter, option.widget);
    }
    QStyleOptionViewItem name = option;
    name.rect.setLeft(at.right());
    name.state &= ~QStyle::State_HasFocus;
    QStyledItemDelegate::paint(painter, name, index);
}

} // namespace walkabout
