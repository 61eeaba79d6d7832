// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/rowform.h"

#include "ui/shared/fonts.h"
#include "ui/table/celldelegate.h"
#include "ui/table/rowmodel.h"
#include "ui/table/tablemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace walkabout {

RowForm::RowForm(const TableModel &table, QWidget *parent)
    : QTableView(parent)
    , m_model(new RowModel(table, this)) {
    setModel(m_model);
    setAccessibleName(tr("Row"));
    setFont(monospaced());
    setItemDelegate(new CellDelegate(this));
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(walkabout::rowHeight(font()));
    horizontalHeader()->setStretchLastSection(true);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RowForm::fit);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &line) { emit cellChosen(m_model->cellOf(line)); });
}

// A long name leaves half of the room to its value: its tool tip has it whole.
void RowForm::fit() {
    setColumnWidth(RowModel::Name, std::min(sizeHintForColumn(RowModel::Name) + 8, viewport()->width() / 2));
}

void RowForm::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    fit();
}

void RowForm::showRow(const QModelIndex &row) { m_model->showRow(row); }

void RowForm::copyLines() const {
    QModelIndexList cells = selectionModel()->selectedIndexes();
    std::ranges::sort(cells, {}, [](const QModelIndex &cell) { return std::pair(cell.row(), cell.column()); });
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += cells.at(i).row() == cells.at(i - 1).row() ? u'\t' : u'\n';
        text += cells.at(i).data(TableModel::CopyRole).toString();
    }
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void RowForm::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Copy))
        copyLines();
    else
        QTableView::keyPressEvent(event);
}

} // namespace walkabout
