// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/finder.h"

#include <QTimer>

class QAbstractItemModel;
class QTableView;

namespace walkabout {

/// Finds in the cells of a table view, row by row, hidden columns left out; in slices, so that a million rows never
/// hold up the window. The view outlives it.
class ItemFinder final : public Finder {
    Q_OBJECT

public:
    /// role: the text that is looked at, whole where cells elide.
    ItemFinder(QTableView &view, int role, QObject *parent);

    void find(const QString &text, bool forward, bool onwards) override;
    void stop() override { m_timer.stop(); }
    [[nodiscard]] QWidget &view() const override;

private:
    void slice();
    void step();
    [[nodiscard]] bool matches() const;

    QTableView &m_view;
    int m_role;
    QString m_text;
    bool m_forward = true;
    bool m_wrapped = false;
    const QAbstractItemModel *m_model = nullptr; // of this search
    QList<int> m_columns; // as they stand
    int m_row = 0;
    int m_place = 0; // in m_columns
    qint64 m_left = 0; // cells
    qint64 m_all = 0;
    QTimer m_timer;
};

} // namespace walkabout
