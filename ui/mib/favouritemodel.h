// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mib/favourites.h"

#include <QAbstractListModel>

namespace walkabout {

/// The favourites as rows, those whose module is missing grey. What it shows outlives it.
class FavouriteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit FavouriteModel(Favourites &favourites, QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    [[nodiscard]] QString key(int row) const { return m_keys.value(row); }
    /// nullopt: its module is missing.
    [[nodiscard]] std::optional<Oid> oid(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QVariant missingData(const QString &key, int role) const;

    Favourites &m_favourites;
    Library::Pointer m_library;
    QStringList m_keys;
};

} // namespace walkabout
