// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QListView>

namespace walkabout {

class FavouriteModel;
class Favourites;

/// The favourites above the tree: as high as its rows, gone where there are none.
class FavouriteList final : public QListView {
    Q_OBJECT

public:
    FavouriteList(Favourites &favourites, QWidget *parent);

    void setLibrary(Library::Pointer library);
    /// Makes room for something that matters more now.
    void setAside(bool aside);
    /// Of the current row; nullopt: none, or its module is missing.
    [[nodiscard]] std::optional<Oid> currentOid() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

signals:
    void selected(const walkabout::Oid &oid);
    void leafActivated(const walkabout::Oid &oid);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void fit();

    static constexpr int MostRows = 6;

    Favourites &m_favourites;
    FavouriteModel *m_model;
    bool m_aside = false;
};

} // namespace walkabout
