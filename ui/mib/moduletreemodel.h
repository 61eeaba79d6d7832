// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QTimer>

namespace walkabout {

/// The library as a tree by module: below each module its own definitions, nested as their OIDs are, whoever defines
/// what lies between. Which nodes are a module's is found in slices of the event loop; until then the tree is empty.
class ModuleTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit ModuleTreeModel(QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    [[nodiscard]] const Library::Pointer &library() const { return m_library; }
    void setObsoleteShown(bool shown);

    /// The definition nearest to this OID; invalid where it is hidden or the scan still runs.
    [[nodiscard]] QModelIndex indexOf(const Oid &oid) const;
    /// Null for the module rows.
    [[nodiscard]] NodeRef node(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    void filled();

private:
    struct Module {
        QString name;
        QString file;
        QList<qint32> nodes; // in OID order
    };
    void scanSlice();
    [[nodiscard]] const Module *moduleOf(const NodeRef &node) const;
    /// Where the definitions below this one end.
    [[nodiscard]] qsizetype endOf(const Module &module, qsizetype position) const;
    /// The definition of the same module that it stands below; -1: the module itself.
    [[nodiscard]] qsizetype positionAbove(const Module &module, qsizetype position) const;
    /// Positions of what stands directly below a position; of the heads where it is -1.
    [[nodiscard]] const QList<qint32> &children(const Module &module, qsizetype position) const;
    [[nodiscard]] qsizetype positionOf(const Module &module, const NodeRef &node) const;
    [[nodiscard]] QModelIndex indexAt(const Module &module, qsizetype position) const;
    [[nodiscard]] QVariant moduleData(const Module &module, int role) const;

    Library::Pointer m_library;
    bool m_obsoleteShown = false;
    QTimer m_scan;
    qsizetype m_next = 0;
    QHash<QString, QList<qint32>> m_found; // while scanning
    QList<Module> m_modules; // once scanned, by name
    QHash<QString, int> m_rows; // of the modules
    mutable QHash<qint32, QList<qint32>> m_children; // of nodes; of modules at -1 - row
};

} // namespace walkabout
