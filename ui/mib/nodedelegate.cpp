// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/nodedelegate.h"

#include "ui/mib/nodeface.h"
#include "ui/mib/nodeicon.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QApplication>
#include <QPainter>

#include <optional>

namespace walkabout {

namespace {

constexpr int Gap = 6;
constexpr int MarkSize = 12;

// What kind of access is worth a mark.
std::optional<NodeGlyph> mark(const QModelIndex &index) {
    if (index.data(nodeface::WritableRole).toBool())
        return NodeGlyph::Pencil;
    return index.data(nodeface::NotifyRole).toBool() ? std::optional(NodeGlyph::Notification) : std::nullopt;
}

int tailWidth(const QFontMetrics &metrics, const QModelIndex &index) {
    const QString tag = index.data(nodeface::TagRole).toString();
    return (tag.isEmpty() ? 0 : Gap + metrics.horizontalAdvance(tag)) + (mark(index) ? Gap + MarkSize : 0);
}

} // namespace

void NodeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyledItemDelegate::paint(painter, option, index);

    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    QRect rest = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, item.widget) + 1;
    rest.setLeft(rest.left() + margin + item.fontMetrics.horizontalAdvance(item.text) + Gap);
    rest.setRight(option.rect.right());
    const bool selected = item.state.testFlag(QStyle::State_Selected);

    painter->save();
    painter->setFont(item.font);
    if (const auto glyph = mark(index); glyph && rest.width() > MarkSize) {
        const QRect place(rest.left(), rest.center().y() - MarkSize / 2 + 1, MarkSize, MarkSize);
        nodeIcon(*glyph).paint(painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        rest.setLeft(rest.left() + MarkSize + Gap);
    }
    if (const QString tag = index.data(nodeface::TagRole).toString(); !tag.isEmpty() && rest.width() > 0) {
        const QPalette palette = item.palette;
        painter->setPen(selected ? palette.color(QPalette::HighlightedText) : tint(palette, Tint::Dim));
        painter->drawText(
            rest, Qt::AlignVCenter | Qt::AlignLeft, item.fontMetrics.elidedText(tag, Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

QSize NodeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + tailWidth(option.fontMetrics, index), qMax(size.height(), rowHeight(option.font))};
}

} // namespace walkabout
