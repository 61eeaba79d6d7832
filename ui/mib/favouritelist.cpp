// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/favouritelist.h"

#include "ui/mib/favouritemodel.h"
#include "ui/mib/nodedelegate.h"
#include "ui/mib/nodeface.h"
#include "ui/shared/fonts.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace walkabout {

FavouriteList::FavouriteList(Favourites &favourites, QWidget *parent)
    : QListView(parent)
    , m_favourites(favourites)
    , m_model(new FavouriteModel(favourites, this)) {
    setAccessibleName(tr("Favourite objects"));
    setItemDelegate(new NodeDelegate(this));
    setModel(m_model);
    setIconSize({16, 16});
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        const auto oid = m_model->oid(index.row());
        if (!oid)
            return;
        // As in the tree: nothing is asked of a folder.
        if (index.data(nodeface::FolderRole).toBool())
            emit selected(*oid);
        else
            emit leafActivated(*oid);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &FavouriteList::fit);
    fit();
}

void FavouriteList::setLibrary(Library::Pointer library) { m_model->setLibrary(std::move(library)); }

std::optional<Oid> FavouriteList::currentOid() const {
    return currentIndex().isValid() ? m_model->oid(currentIndex().row()) : std::nullopt;
}

void FavouriteList::setAside(bool aside) {
    m_aside = aside;
    fit();
}

void FavouriteList::fit() {
    setVisible(!m_aside && m_model->rowCount() > 0);
    updateGeometry();
}

QSize FavouriteList::sizeHint() const {
    const int rows = qBound(1, m_model->rowCount(), MostRows);
    return {QListView::sizeHint().width(), rows * qMax(rowHeight(font()), 20) + 2 * frameWidth()};
}

void FavouriteList::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QListView::currentChanged(current, previous);
    if (current.isValid() && selectionModel()->isSelected(current)) {
        if (const auto oid = currentOid())
            emit selected(*oid);
    }
}

// A second click on the current row shows it again, wherever the tree has gone since.
void FavouriteList::mousePressEvent(QMouseEvent *event) {
    const QModelIndex before = currentIndex();
    QListView::mousePressEvent(event);
    if (before.isValid() && before == currentIndex() && event->button() == Qt::LeftButton) {
        if (const auto oid = currentOid())
            emit selected(*oid);
    }
}

void FavouriteList::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Delete && currentIndex().isValid())
        m_favourites.remove(m_model->key(currentIndex().row()));
    else
        QListView::keyPressEvent(event);
}

} // namespace walkabout
