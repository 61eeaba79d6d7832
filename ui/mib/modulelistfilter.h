// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/wordfilter.h"

#include <QSortFilterProxyModel>

namespace walkabout {

/// The rows of a ModuleListModel that a filter line asks for, sorted by any column.
class ModuleListFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ModuleListFilter(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    WordFilter m_filter;
};

} // namespace walkabout
