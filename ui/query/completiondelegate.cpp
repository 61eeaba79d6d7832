// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/completiondelegate.h"

#include "ui/shared/palette.h"

#include <QPainter>

namespace walkabout {

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QString detail = index.data(Qt::UserRole).toString();
    const QFontMetrics metrics(option.font);
    const int name = metrics.horizontalAdvance(index.data().toString()) + 24;
    const QRect room = option.rect.adjusted(name, 0, -8, 0);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : tint(option.palette, Tint::Dim));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(detail, Qt::ElideLeft, room.width()));
    painter->restore();
}

} // namespace walkabout
