// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mib/modulelistrows.h"

#include <QAbstractItemModel>

#include <deque>

namespace walkabout {

/// What a row of a ModulePanelTree stands for: a file and line to show, or a module to go to.
struct ModulePanelTarget {
    QString file;
    int line = 0;
    QString module;
};

/// All that is known of one module as a tree: the file that serves it and its rivals, what is missing, diagnostics with
/// their lines, and what it imports and who imports from it, each of which opens further. Only what was opened exists.
class ModulePanelTree final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, What, ColumnCount };
    using Target = ModulePanelTarget;

    explicit ModulePanelTree(QObject *parent = nullptr);

    void show(ModuleListRows::Pointer rows, const QString &module);
    [[nodiscard]] Target target(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    enum class Kind { Heading, Text, Bad, Warning, Imports, Importers };
    struct Node {
        Kind kind = Kind::Text;
        QString name;
        QString what;
        Target target;
        quintptr parent = 0;
        int row = 0;
        std::vector<quintptr> children;
        bool fetched = true;
    };
    quintptr add(quintptr parent, Kind kind, const QString &name, const QString &what, const Target &target = {});
    void addFiles(const ModuleListRows::Row &row);
    void addMissing(const ModuleListRows::Row &row);
    void addDiagnostics(const ModuleListRows::Row &row);
    void addImports(quintptr parent, const QString &module);
    void addImporters(quintptr parent, const QString &module);
    [[nodiscard]] bool isAbove(quintptr node, const QString &module) const;
    [[nodiscard]] const Node &node(const QModelIndex &index) const { return m_nodes[index.internalId()]; }

    ModuleListRows::Pointer m_rows;
    std::deque<Node> m_nodes; // the first is the root
};

} // namespace walkabout
