// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mib/moduleoutline.h"

#include <QAbstractItemModel>

namespace walkabout {

/// The library as a tree by module: below each module its own definitions. A module that was opened has its outline
/// made; nothing is kept for the others.
class ModuleTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit ModuleTreeModel(QObject *parent = nullptr);

    void show(ShownNodes::Pointer nodes);
    [[nodiscard]] const ShownNodes::Pointer &nodes() const { return m_nodes; }

    /// The definition nearest to this OID; invalid where it is hidden.
    [[nodiscard]] QModelIndex indexOf(const Oid &oid) const;
    /// Null for the module rows.
    [[nodiscard]] NodeRef node(const QModelIndex &index) const;
    /// Of a module row; nullptr elsewhere.
    [[nodiscard]] const ModuleInfo *module(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] const Library &library() const { return *m_nodes->library(); }
    [[nodiscard]] const ModuleOutline &outline(const QString &module) const;
    [[nodiscard]] bool hasMatch(const QString &module) const;
    [[nodiscard]] QVariant moduleData(const ModuleInfo &module, int role) const;

    ShownNodes::Pointer m_nodes;
    QStringList m_modules; // the rows
    QHash<QString, int> m_rows;
    mutable QHash<QString, ModuleOutline> m_outlines;
};

} // namespace walkabout
