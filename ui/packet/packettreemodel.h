// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packettree.h"
#include "ui/packet/packettext.h"

#include <QAbstractItemModel>

namespace walkabout {

/// The elements of one message, as they lie in one another; the place where it breaks is marked.
class PacketTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Field, Content, ColumnCount };

    explicit PacketTreeModel(QObject *parent = nullptr);

    void show(PacketTree tree, Describe describe);
    void setCommunities(packettext::Communities communities);
    [[nodiscard]] const PacketTree &tree() const { return m_tree; }

    [[nodiscard]] static qint32 placeOf(const QModelIndex &index) { return qint32(index.internalId()); }
    [[nodiscard]] QModelIndex indexOf(qint32 place) const;
    [[nodiscard]] QModelIndex indexOf(PacketField field) const;
    /// The innermost element that has this octet; -1: none.
    [[nodiscard]] qint32 placeAt(qint32 offset, bool isPlain) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange();
    [[nodiscard]] size_t first(qint32 parent) const { return m_first[size_t(parent) + 1]; }
    [[nodiscard]] bool isAtFault(const PacketNode &node) const;

    PacketTree m_tree;
    Describe m_describe;
    packettext::Communities m_communities = packettext::Communities::Masked;
    std::vector<size_t> m_first; // by place + 1: where its children begin in m_children
    std::vector<qint32> m_children;
    std::vector<int> m_rows; // by place
};

} // namespace walkabout
