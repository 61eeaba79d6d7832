// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trapview.h"

#include "ui/shared/rowlist.h"

#include <QHeaderView>
#include <QScrollBar>

namespace walkabout {

TrapView::TrapView(QWidget *parent)
    : QTableView(parent) {
    asRowList(*this);
    setSelectionMode(ExtendedSelection);
    horizontalHeader()->setStretchLastSection(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0)
            setAbove(0);
    });
}

void TrapView::setAbove(int rows) {
    if (rows == m_above)
        return;
    m_above = rows;
    emit aboveChanged(rows);
}

void TrapView::goToTop() {
    clearSelection();
    setCurrentIndex({});
    verticalScrollBar()->setValue(0);
    setAbove(0);
}

void TrapView::rowsInserted(const QModelIndex &parent, int first, int last) {
    const int before = verticalScrollBar()->value();
    const bool isAbove = first <= before / verticalHeader()->defaultSectionSize();
    const bool reading = isAbove && (before > 0 || (first == 0 && currentIndex().isValid()));
    QTableView::rowsInserted(parent, first, last);
    if (!reading)
        return;
    updateGeometries();
    const int rows = last - first + 1;
    verticalScrollBar()->setValue(before + rows * verticalHeader()->defaultSectionSize());
    // Where all rows fit, nothing is out of view.
    if (verticalScrollBar()->value() > 0)
        setAbove(m_above + rows);
}

} // namespace walkabout
