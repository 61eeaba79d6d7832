// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"

#include <QAbstractTableModel>

namespace walkabout {

/// Diagnostics as a table, in the order given.
class SourceDiagnostics final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Line, Severity, Code, Message, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<Diagnostic> &diagnostics);
    [[nodiscard]] const QList<Diagnostic> &all() const { return m_all; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Diagnostic> m_all;
};

/// "error", "warning" or "note", for people.
[[nodiscard]] QString severityText(Diagnostic::Severity severity);

} // namespace walkabout
