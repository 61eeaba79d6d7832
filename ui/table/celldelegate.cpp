// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/celldelegate.h"

#include "ui/shared/palette.h"
#include "ui/table/tablemodel.h"

#include <QPainter>

namespace walkabout {

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(TableModel::ElideLeftRole).toBool())
        option->textElideMode = Qt::ElideLeft;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(TableModel::HoleRole).toBool() || option.state.testFlag(QStyle::State_Selected))
        return;
    painter->fillRect(option.rect, QBrush(tint(option.palette, Tint::Line), Qt::BDiagPattern));
}

} // namespace walkabout
