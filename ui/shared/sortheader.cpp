// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/sortheader.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace walkabout::sortheader {

void dress(QTableView &view) {
    QHeaderView *header = view.horizontalHeader();
    // A column of a million cells selected would be a million indexes to move.
    QObject::disconnect(header, &QHeaderView::sectionPressed, &view, nullptr);
    QObject::disconnect(header, &QHeaderView::sectionEntered, &view, nullptr);
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
}

void click(QHeaderView &header, int section) {
    if (header.sortIndicatorSection() != section)
        header.setSortIndicator(section, Qt::AscendingOrder);
    else if (header.sortIndicatorOrder() == Qt::AscendingOrder)
        header.setSortIndicator(section, Qt::DescendingOrder);
    else
        header.setSortIndicator(-1, Qt::AscendingOrder);
}

void addTo(QMenu &menu, QHeaderView &header, int section) {
    const auto add = [&](const char *text, int column, Qt::SortOrder order) {
        QAction *action = menu.addAction(QCoreApplication::translate("SortHeader", text));
        action->setCheckable(true);
        action->setChecked(
            header.sortIndicatorSection() == column && (column < 0 || header.sortIndicatorOrder() == order));
        QObject::connect(
            action, &QAction::triggered, &header, [&header, column, order] { header.setSortIndicator(column, order); });
    };
    if (section >= 0) {
        add(QT_TRANSLATE_NOOP("SortHeader", "Sort &Upwards"), section, Qt::AscendingOrder);
        add(QT_TRANSLATE_NOOP("SortHeader", "Sort &Downwards"), section, Qt::DescendingOrder);
    }
    add(QT_TRANSLATE_NOOP("SortHeader", "In &OID Order"), -1, Qt::AscendingOrder);
}

} // namespace walkabout::sortheader
