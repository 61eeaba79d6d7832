// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QAbstractTableModel>

namespace walkabout {

/// What a search of the library found, best first: name, module and OID.
class SearchModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Module, Number, Columns };
    static constexpr int Most = 200;

    explicit SearchModel(QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    /// Nothing is found where the text is blank.
    void search(const QString &text);
    [[nodiscard]] Oid oid(int row) const { return m_found.value(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void find();

    Library::Pointer m_library;
    QString m_text;
    QList<Oid> m_found;
};

} // namespace walkabout
