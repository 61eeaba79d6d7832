// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/packet/packettreemodel.h"

#include "ui/shared/palette.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

PacketTreeModel::PacketTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_describe(Library::empty()) {
    arrange();
}

void PacketTreeModel::show(PacketTree tree, Describe describe) {
    beginResetModel();
    m_tree = std::move(tree);
    m_describe = std::move(describe);
    arrange();
    endResetModel();
}

void PacketTreeModel::arrange() {
    const auto &nodes = m_tree.nodes();
    m_first.assign(nodes.size() + 2, 0);
    for (const PacketNode &node : nodes)
        ++m_first[size_t(node.parent) + 2];
    for (size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
    std::vector<size_t> next = m_first;
    m_children.assign(nodes.size(), 0);
    m_rows.assign(nodes.size(), 0);
    for (size_t i = 0; i < nodes.size(); ++i) {
        const size_t parent = size_t(nodes[i].parent) + 1; // 0: none
        m_rows[i] = int(next[parent] - m_first[parent]);
        m_children[next[parent]++] = qint32(i);
    }
}

void PacketTreeModel::setCommunities(packettext::Communities communities) {
    beginResetModel();
    m_communities = communities;
    endResetModel();
}

QModelIndex PacketTreeModel::indexOf(qint32 place) const {
    if (place < 0 || size_t(place) >= m_rows.size())
        return {};
    return createIndex(m_rows[size_t(place)], 0, quintptr(place));
}

QModelIndex PacketTreeModel::indexOf(PacketField field) const {
    const PacketNode *node = m_tree.find(field);
    return node ? indexOf(qint32(node - m_tree.nodes().data())) : QModelIndex();
}

qint32 PacketTreeModel::placeAt(qint32 offset, bool isPlain) const {
    const auto &nodes = m_tree.nodes();
    qint32 found = -1;
    for (size_t i = 0; i < nodes.size(); ++i) {
        // Children stand behind their parents.
        if (nodes[i].isPlain == isPlain && nodes[i].offset <= offset && offset < nodes[i].offset + nodes[i].size())
            found = qint32(i);
    }
    return found;
}

QModelIndex PacketTreeModel::index(int row, int column, const QModelIndex &parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    const qint32 above = parent.isValid() ? placeOf(parent) : -1;
    return createIndex(row, column, quintptr(m_children[first(above) + size_t(row)]));
}

QModelIndex PacketTreeModel::parent(const QModelIndex &index) const {
    return index.isValid() ? indexOf(m_tree.nodes()[size_t(placeOf(index))].parent) : QModelIndex();
}

int PacketTreeModel::rowCount(const QModelIndex &parent) const {
    if (parent.column() > 0)
        return 0;
    const qint32 above = parent.isValid() ? placeOf(parent) : -1;
    return int(first(above + 1) - first(above));
}

int PacketTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

bool PacketTreeModel::isAtFault(const PacketNode &node) const {
    const auto &fault = m_tree.fault();
    return fault && fault->offset == node.offset && fault->isPlain == node.isPlain
        && (fault->field == node.field || node.field == PacketField::Element || node.field == PacketField::Remains);
}

QVariant PacketTreeModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const qint32 place = placeOf(index);
    const PacketNode &node = m_tree.nodes()[size_t(place)];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Field)
            return QString(packetFieldName(node.field));
        if (isAtFault(node))
            return u"%1 (%2)"_s.arg(
                packettext::value(m_tree, place, m_describe, m_communities), m_tree.fault()->text());
        return packettext::value(m_tree, place, m_describe, m_communities);
    case Qt::ToolTipRole: return packettext::position(node);
    case Qt::ForegroundRole:
        if (isAtFault(node))
            return tint(QApplication::palette(), Tint::Bad);
        return index.column() == Field ? tint(QApplication::palette(), Tint::Dim) : QVariant();
    default: return {};
    }
}

QVariant PacketTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Field ? tr("Field") : tr("Value");
}

} // namespace walkabout
