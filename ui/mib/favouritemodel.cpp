// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/favouritemodel.h"

#include "ui/mib/nodeface.h"
#include "ui/mib/nodeicon.h"
#include "ui/shared/palette.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

FavouriteModel::FavouriteModel(Favourites &favourites, QObject *parent)
    : QAbstractListModel(parent)
    , m_favourites(favourites)
    , m_library(Library::empty())
    , m_keys(favourites.keys()) {
    connect(&favourites, &Favourites::changed, this, [this] {
        beginResetModel();
        m_keys = m_favourites.keys();
        endResetModel();
    });
}

void FavouriteModel::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    if (!m_keys.isEmpty())
        emit dataChanged(index(0), index(int(m_keys.size()) - 1));
}

std::optional<Oid> FavouriteModel::oid(int row) const { return Favourites::find(*m_library, key(row)); }

int FavouriteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_keys.size()); }

QVariant FavouriteModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const QString key = m_keys.at(index.row());
    const std::optional<Oid> oid = Favourites::find(*m_library, key);
    const NodeRef node = oid ? m_library->node(*oid) : NodeRef();
    if (node.isNull())
        return missingData(key, role);
    return role == nodeface::TagRole ? QVariant(u"★ %1"_s.arg(node.module()).trimmed()) : nodeface::data(node, role);
}

QVariant FavouriteModel::missingData(const QString &key, int role) const {
    switch (role) {
    case Qt::DisplayRole: return key.section(u"::"_s, -1);
    case Qt::DecorationRole: return nodeIcon(NodeGlyph::Missing);
    case Qt::ForegroundRole: return tint(QApplication::palette(), Tint::Dim);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return tr("%1: not in the library").arg(key);
    case nodeface::TagRole:
        return u"★ %1"_s.arg(key.contains(u"::"_s) ? key.section(u"::"_s, 0, 0) : QString()).trimmed();
    default: return {};
    }
}

} // namespace walkabout
