// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace walkabout {

class RowModel;
class TableModel;

/// The current row of a table as a form beside it: names at the left, values at the right, long ones in full. Ctrl+C
/// copies lines as they stand, one value bare. The table's model outlives it.
class RowForm final : public QTableView {
    Q_OBJECT

public:
    explicit RowForm(const TableModel &table, QWidget *parent = nullptr);

    void showRow(const QModelIndex &row);

signals:
    /// A line is current: its cell in the table.
    void cellChosen(const QModelIndex &cell);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void copyLines() const;

    RowModel *m_model;
};

} // namespace walkabout
