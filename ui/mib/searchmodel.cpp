// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/searchmodel.h"

#include "ui/mib/nodeface.h"
#include "ui/shared/palette.h"

#include <QApplication>

namespace walkabout {

SearchModel::SearchModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_library(Library::empty()) {}

void SearchModel::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    find();
}

void SearchModel::search(const QString &text) {
    m_text = text.trimmed();
    find();
}

void SearchModel::find() {
    if (m_text.isEmpty() && m_found.isEmpty())
        return;
    beginResetModel();
    m_found.clear();
    if (!m_text.isEmpty()) {
        for (const NodeRef &node : m_library->search(m_text, Most))
            m_found.append(node.oid());
    }
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_found.size()); }

int SearchModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

QVariant SearchModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const NodeRef node = m_library->node(m_found.at(index.row()));
    if (node.isNull())
        return {};
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Name: return node.name();
        case Module: return node.module();
        case Number: return node.oid().toString();
        default: return {};
        }
    }
    if (role == Qt::ForegroundRole && index.column() != Name)
        return tint(QApplication::palette(), Tint::Dim);
    if (role == Qt::DecorationRole && index.column() != Name)
        return {};
    return nodeface::data(node, role);
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Module: return tr("Module");
    case Number: return tr("OID");
    default: return {};
    }
}

} // namespace walkabout
