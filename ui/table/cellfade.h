// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QTableView;

namespace walkabout {

/// Repaints the cells of a view that fade, and no others, until none does: those on the screen, ten times a second. The
/// view outlives it.
class CellFade final : public QObject {
    Q_OBJECT

public:
    /// role: from 1 to 0, how fresh a cell is.
    CellFade(QTableView &view, int role, QObject *parent);

    /// Something has changed.
    void begin();
    [[nodiscard]] bool isFading() const { return m_timer.isActive(); }

private:
    void step();

    QTableView &m_view;
    int m_role;
    QTimer m_timer;
};

} // namespace walkabout
