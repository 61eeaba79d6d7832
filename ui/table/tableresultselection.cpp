// SPDX-License-Identifier: GPL-3.0-or-later
// What of a table is shown and selected, for copies and exports of whoever holds it; which column comes into view.
#include "ui/shared/selectedlines.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableresult.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace walkabout {

QList<int> TableResult::shownColumns() const {
    QList<int> columns;
    const QHeaderView *header = m_view->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (column < m_model->indexColumns() || !m_view->isColumnHidden(column))
            columns += column;
    }
    std::stable_partition(
        columns.begin(), columns.end(), [this](int column) { return column < m_model->indexColumns(); });
    return columns;
}

std::vector<int> TableResult::selectedLines() const { return linesOf(*m_view->selectionModel()); }

VarBinds TableResult::selected() const {
    VarBinds varBinds;
    QModelIndexList cells = m_view->selectionModel()->selectedIndexes();
    std::sort(cells.begin(), cells.end());
    for (const QModelIndex &cell : std::as_const(cells)) {
        if (auto varBind = m_model->varBindAt(cell); varBind && !m_view->isColumnHidden(cell.column()))
            varBinds.append(*std::move(varBind));
    }
    return varBinds;
}

void TableResult::showColumn(const Oid &column) {
    m_wanted = column;
    showWanted();
}

// With the first row, and again where widths have been fitted since; a person who went elsewhere meanwhile stays there.
void TableResult::showWanted() {
    if (m_wanted.isEmpty() || m_model->rowCount() == 0)
        return;
    const QModelIndex current = m_view->currentIndex();
    for (int section = 0; section < m_model->columnCount(); ++section) {
        if (m_model->column(section).oid != m_wanted)
            continue;
        if (!current.isValid() || current.column() == section) {
            const QScopedValueRollback quiet(m_isQuiet, true);
            const QModelIndex cell = current.isValid() ? current : m_model->index(0, section);
            m_view->setCurrentIndex(cell);
            m_view->scrollTo(cell, QAbstractItemView::PositionAtCenter);
        }
        break;
    }
    if (m_fitted)
        m_wanted = {};
}

} // namespace walkabout
