// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a table: its columns and joins, the current row as a form, the names of interfaces in it.
#include "core/work/tablejoin.h"
#include "ui/shared/columnmemory.h"
#include "ui/table/columnpanel.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/rowform.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableresult.h"

#include <QSplitter>
#include <QTimer>

#include <algorithm>

namespace walkabout {

namespace {

constexpr int FormWidth = 320; // names and values side by side

} // namespace

void TableResult::buildSide() {
    m_side->addWidget(m_columns);
    m_side->addWidget(m_row);
    m_side->setChildrenCollapsible(false);
    m_side->setMinimumWidth(180);
    m_columns->hide();
    m_row->hide();
    m_side->hide();
    connect(m_columns, &ColumnPanel::chosen, this, &TableResult::choiceMade);
    connect(m_columns, &ColumnPanel::closeAsked, this, [this] {
        showColumnPanel(false);
        m_view->setFocus();
    });
    connect(m_row, &RowForm::cellChosen, this, [this](const QModelIndex &cell) {
        if (cell.isValid())
            m_view->setCurrentIndex(cell);
    });
    // Not while the model is inside its reset.
    connect(m_model, &QAbstractItemModel::modelReset, this,
        [this] { QTimer::singleShot(0, this, &TableResult::followRow); });
}

bool TableResult::showsColumnPanel() const { return !m_columns->isHidden(); }

bool TableResult::showsRowForm() const { return !m_row->isHidden(); }

void TableResult::showColumnPanel(bool show) {
    m_columns->setVisible(show);
    m_side->setVisible(show || showsRowForm());
    if (show)
        fillColumnPanel();
}

void TableResult::showRowForm(bool show) {
    m_row->setVisible(show);
    m_side->setVisible(show || showsColumnPanel());
    auto *sides = static_cast<QSplitter *>(m_side->parentWidget());
    if (show && m_side->width() < FormWidth)
        sides->setSizes({std::max(sides->width() - FormWidth, FormWidth), FormWidth});
    followRow();
}

void TableResult::followRow() {
    if (!showsRowForm())
        return;
    const QModelIndex current = m_view->currentIndex();
    m_row->showRow(current.isValid() ? current : m_model->index(0, 0));
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_row->setRowHidden(column, m_view->isColumnHidden(column)); // the device does not serve it
}

void TableResult::fillColumnPanel() {
    m_columns->showTable(m_model->describe().library(), m_model->entry(), m_model->allColumns(), m_choice);
}

void TableResult::setChoice(const TableChoice &choice) {
    m_choice = choice;
    QList<TableJoin> joins;
    if (!choice.joined.isEmpty()) {
        joins = tableJoins(*m_model->describe().library(), m_model->entry());
        joins.removeIf([&choice](const TableJoin &join) { return !choice.joined.contains(join.entry); });
    }
    m_model->setJoins(joins);
    m_model->setColumns(choice.columns);
    m_view->setPinned(m_model->namingColumns());
    m_view->showSorting(m_model->sortColumn(), m_model->sortOrder());
    showColumns();
    m_fitted = false;
    if (m_model->rowCount() > 0)
        QTimer::singleShot(0, this, &TableResult::fitOnce);
    if (showsColumnPanel())
        fillColumnPanel();
}

// Names are longer than numbers: what shows them gets room once, and nothing else moves.
void TableResult::setInterfaces(InterfaceNames::Pointer interfaces) {
    m_model->setInterfaces(std::move(interfaces));
    m_view->setPinned(m_model->namingColumns());
    if (!m_fitted)
        return;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->column(column).refers == Refers::Nothing)
            continue;
        const auto own = m_memory ? m_memory->width(tableName(), nameOf(column)) : std::nullopt;
        if (!own)
            m_view->widen({column}, m_view->fittingWidth(column));
    }
}

} // namespace walkabout
