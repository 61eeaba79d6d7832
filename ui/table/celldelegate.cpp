// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/celldelegate.h"

#include "ui/shared/palette.h"
#include "ui/table/tablemodel.h"

#include <QPainter>

namespace walkabout {

namespace {

constexpr double MostTinted = 0.45;
constexpr double NewTinted = 0.12;
constexpr int BarWidth = 3;

QColor mark(const QPalette &palette, Tint which, double strength) {
    QColor colour = tint(palette, which);
    colour.setAlphaF(float(strength));
    return colour;
}

} // namespace

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(TableModel::ElideLeftRole).toBool())
        option->textElideMode = Qt::ElideLeft;
    if (index.data(TableModel::GoneRole).toBool())
        option->font.setStrikeOut(true);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    if (const double changed = index.data(TableModel::ChangedRole).toDouble(); changed > 0)
        painter->fillRect(option.rect, mark(option.palette, Tint::Warning, changed * MostTinted));
    const bool isNew = index.data(TableModel::NewRole).toBool();
    if (isNew)
        painter->fillRect(option.rect, mark(option.palette, Tint::Good, NewTinted));
    QStyledItemDelegate::paint(painter, option, index);
    if (isNew && index.column() == 0)
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(BarWidth, option.rect.height())), tint(option.palette, Tint::Good));
    if (!index.data(TableModel::HoleRole).toBool() || option.state.testFlag(QStyle::State_Selected))
        return;
    painter->fillRect(option.rect, QBrush(tint(option.palette, Tint::Line), Qt::BDiagPattern));
}

} // namespace walkabout
