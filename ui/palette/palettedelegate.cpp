// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettedelegate.h"

#include "ui/palette/palettemodel.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QPainter>

namespace walkabout {

namespace {

constexpr int Margin = 8;
constexpr int IconSize = 16;

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QPalette &palette = option.palette;
    const QColor dim = isSelected ? palette.color(QPalette::HighlightedText) : tint(palette, Tint::Dim);
    QRect rest = option.rect.adjusted(Margin, 0, -Margin, 0);
    painter->save();
    if (index.data(PaletteModel::HeadingRole).toBool()) {
        QFont small = option.font;
        small.setBold(true);
        small.setPointSizeF(small.pointSizeF() * 0.88);
        painter->setFont(small);
        painter->setPen(dim);
        painter->drawText(rest.adjusted(0, 0, 0, -2), Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
        painter->restore();
        return;
    }
    if (isSelected)
        painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    const QRect iconPlace(rest.left(), rest.center().y() - IconSize / 2 + 1, IconSize, IconSize);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, iconPlace, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
    rest.setLeft(iconPlace.right() + Margin);

    const QFontMetrics &metrics = option.fontMetrics;
    painter->setPen(dim);
    if (const QString keys = index.data(PaletteModel::KeysRole).toString(); !keys.isEmpty()) {
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, keys);
        rest.setRight(rest.right() - metrics.horizontalAdvance(keys) - 2 * Margin);
    }
    const QVariant own = index.data(Qt::ForegroundRole);
    const QColor ink = palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QString text = metrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width());
    painter->setPen(own.isValid() && !isSelected ? own.value<QColor>() : ink);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text);
    rest.setLeft(rest.left() + metrics.horizontalAdvance(text) + 2 * Margin);
    painter->setPen(dim);
    if (rest.width() > 0)
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(index.data(PaletteModel::DetailRole).toString(), Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    return {0, rowHeight(option.font) + 2};
}

} // namespace walkabout
