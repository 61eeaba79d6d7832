// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <functional>
#include <optional>

namespace walkabout {

/// A grid whose first columns stay at the left: a second view of the same model and selection lies over them. Rows have
/// one fixed height; a third click on a header returns to the model's own order.
class PinnedTable final : public QTableView {
    Q_OBJECT

public:
    explicit PinnedTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// How many columns stay.
    void setPinned(int columns);
    using WidthOf = std::function<std::optional<int>(int column)>;
    /// Widths that fit what is on the screen now, but for those that a person chose.
    void fitColumns(const WidthOf &chosen = {});
    /// That of what is on the screen now.
    [[nodiscard]] int fittingWidth(int column) const;
    void showColumn(int column, bool show);
    /// Makes room in columns that are narrower; what stands at the left of the screen stays there.
    void widen(const QList<int> &columns, int width);
    /// Scrolls sideways until it stands beside the pinned ones.
    void showAtLeft(int column);
    /// By the column of the current cell; as a click on its header.
    void sortByCurrent();
    /// What the headers say; the model is not told.
    void showSorting(int column, Qt::SortOrder order);
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    /// A person wants another order: whoever owns this says when rows may move.
    void sortAsked(int column, Qt::SortOrder order);
    void widthChosen(int column, int width);
    void headerMenuRequested(int column, const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void dress(QTableView *view) const;
    void place();
    void showPinned();
    void sortBy(const QHeaderView *asked, int section, Qt::SortOrder order);
    [[nodiscard]] int pinnedWidth() const;

    QTableView *m_pinned;
    int m_columns = 0;
    bool m_fitting = false;
};

} // namespace walkabout
