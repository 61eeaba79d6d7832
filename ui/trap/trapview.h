// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace walkabout {

/// A list that grows at its top without moving what is being read: once scrolled away from the top, or once a row is
/// current, the rows in view stay where they are.
class TrapView final : public QTableView {
    Q_OBJECT

public:
    explicit TrapView(QWidget *parent = nullptr);

    /// Rows that came above since the top was last in view.
    [[nodiscard]] int above() const { return m_above; }
    void goToTop();

signals:
    void aboveChanged(int rows);

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;

private:
    void setAbove(int rows);

    int m_above = 0;
};

} // namespace walkabout
