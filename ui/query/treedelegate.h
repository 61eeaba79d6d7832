// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace walkabout {

/// Draws the names of a tree that is a list of lines: as far in as they stand, the mark of what can be opened before
/// them. Owned by the view.
class TreeDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// How wide one level is, the mark included, for a line of this height.
    [[nodiscard]] static int step(int lineHeight) { return qMax(12, lineHeight - 4); }
    /// Where the mark stands in a cell.
    [[nodiscard]] static QRect mark(const QRect &cell, const QModelIndex &index);
};

} // namespace walkabout
