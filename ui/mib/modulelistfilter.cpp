// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/modulelistfilter.h"

#include "ui/mib/modulelistmodel.h"

namespace walkabout {

ModuleListFilter::ModuleListFilter(QObject *parent)
    : QSortFilterProxyModel(parent) {
    setSortRole(ModuleListModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void ModuleListFilter::setText(const QString &text) {
    m_filter = WordFilter::parse(text);
    invalidateRowsFilter();
}

bool ModuleListFilter::filterAcceptsRow(int row, const QModelIndex &parent) const {
    return m_filter.isEmpty()
        || m_filter.matches(sourceModel()->index(row, 0, parent).data(ModuleListModel::FilterRole).toString());
}

} // namespace walkabout
