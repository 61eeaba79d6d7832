// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mib/shownnodes.h"

#include <QAbstractItemModel>

#include <optional>

namespace walkabout {

/// The library as a tree by OID: an index is a node's number in the library, its children a range of it, so nothing is
/// kept per node; only a parent with hidden children that was opened has its shown ones listed. What could not be
/// placed stands last, each with its reason.
class MibTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit MibTreeModel(QObject *parent = nullptr);

    void show(ShownNodes::Pointer nodes);
    [[nodiscard]] const ShownNodes::Pointer &nodes() const { return m_nodes; }

    /// The node at or above this OID; invalid where it, or one above it, is hidden.
    [[nodiscard]] QModelIndex indexOf(const Oid &oid) const;
    /// Null for the rows of what could not be placed.
    [[nodiscard]] NodeRef node(const QModelIndex &index) const;
    /// Where what could not be placed stands, by the row of its index; nullopt: the index is another's.
    [[nodiscard]] std::optional<Unplaced> unplaced(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QVariant unplacedData(const QModelIndex &index, int role) const;
    [[nodiscard]] qsizetype unplacedCount() const;
    /// The children shown, where they are not all of them.
    [[nodiscard]] const std::optional<QList<qint32>> &shownChildren(const NodeRef &node) const;
    [[nodiscard]] int nodeChildCount(const NodeRef &node) const;
    [[nodiscard]] QModelIndex indexOfNode(const NodeRef &node) const;
    [[nodiscard]] QString owner(const NodeRef &node) const;
    [[nodiscard]] const Library &library() const { return *m_nodes->library(); }

    ShownNodes::Pointer m_nodes;
    mutable QHash<qint32, std::optional<QList<qint32>>> m_shown;
};

} // namespace walkabout
