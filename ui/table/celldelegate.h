// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace walkabout {

/// Cells of a table: OIDs elide at the left, a hole is hatched, so that nobody takes it for an empty value. Of a live
/// one: what has changed is tinted and fades, a new row has a bar at its left, one that is gone is struck out.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace walkabout
