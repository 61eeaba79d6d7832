// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/cellfade.h"

#include <QHeaderView>
#include <QTableView>

using namespace std::chrono_literals;

namespace walkabout {

CellFade::CellFade(QTableView &view, int role, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_role(role) {
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &CellFade::step);
}

void CellFade::begin() {
    if (!m_timer.isActive())
        m_timer.start();
}

void CellFade::step() {
    const QAbstractItemModel *model = m_view.model();
    const int height = m_view.viewport()->height();
    const int width = m_view.viewport()->width();
    bool fades = false;
    for (int row = m_view.rowAt(0); row >= 0 && row < model->rowCount(); ++row) {
        if (m_view.rowViewportPosition(row) > height)
            break;
        for (int section = m_view.horizontalHeader()->visualIndexAt(0); section >= 0 && section < model->columnCount();
             ++section) {
            const int column = m_view.horizontalHeader()->logicalIndex(section);
            if (m_view.isColumnHidden(column))
                continue;
            if (m_view.columnViewportPosition(column) > width)
                break;
            const QModelIndex index = model->index(row, column);
            if (index.data(m_role).toDouble() <= 0)
                continue;
            fades = true;
            m_view.update(index);
        }
    }
    if (fades && m_view.isVisible())
        return;
    m_timer.stop();
    m_view.viewport()->update(); // without the last trace
}

} // namespace walkabout
