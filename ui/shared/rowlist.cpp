// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/rowlist.h"

#include "ui/shared/fonts.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>

namespace walkabout {

void asRowList(QTableView &view) {
    view.setFont(monospaced());
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setTabKeyNavigation(false);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(rowHeight(view.font()));
    QHeaderView &header = *view.horizontalHeader();
    header.setFont(QApplication::font());
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace walkabout
