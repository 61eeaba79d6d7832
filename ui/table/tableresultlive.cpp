// SPDX-License-Identifier: GPL-3.0-or-later
// What a live table does to its view; tableresult.cpp holds the rest.
#include "ui/table/tableresult.h"

#include "ui/shared/columnmemory.h"
#include "ui/table/changelog.h"
#include "ui/table/livetable.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/tablemodel.h"

namespace walkabout {

namespace {

constexpr int CellMargins = 8;

} // namespace

void TableResult::showLog(bool show) { m_log->setVisible(show); }

QList<int> TableResult::counters() const {
    QList<int> found;
    for (int section = m_model->indexColumns(); section < m_model->columnCount(); ++section) {
        if (m_model->isCounterColumn(section))
            found << section;
    }
    return found;
}

void TableResult::showCounters() {
    if (const QList<int> found = counters(); !found.isEmpty())
        m_view->showAtLeft(found.first());
}

// Once as it comes alive, and once for what stands beside the rates: half a number would be another number.
void TableResult::makeRoom() {
    constexpr int ForRates = 13;
    constexpr int ForBoth = 24;
    const int wanted = m_model->live()->zeroed() ? ForBoth : ForRates;
    if (wanted <= m_room)
        return;
    m_room = wanted;
    QList<int> columns = counters();
    columns.removeIf([this](int column) { return m_memory && m_memory->width(tableName(), nameOf(column)); });
    m_view->widen(columns, m_view->fontMetrics().horizontalAdvance(QString(wanted, u'0')) + CellMargins);
}

void TableResult::showColumns() {
    m_zeroColumns = 0;
    for (int section = 0; section < m_model->columnCount(); ++section) {
        const bool isAbsent = m_isWhole && m_model->totalRows() > 0 && m_model->isColumnEmpty(section);
        const bool isZero = m_model->isColumnZero(section);
        m_zeroColumns += isZero ? 1 : 0;
        m_view->showColumn(section, !isAbsent && !isZero);
    }
    count();
}

} // namespace walkabout
