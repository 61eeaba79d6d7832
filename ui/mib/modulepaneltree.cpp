// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/modulepaneltree.h"

#include "core/base/count.h"
#include "ui/mib/modulelistmodel.h"
#include "ui/shared/palette.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

ModulePanelTree::ModulePanelTree(QObject *parent)
    : QAbstractItemModel(parent)
    , m_rows(std::make_shared<ModuleListRows>())
    , m_nodes(1) {}

quintptr ModulePanelTree::add(
    quintptr parent, Kind kind, const QString &name, const QString &what, const Target &target) {
    const quintptr id = m_nodes.size();
    m_nodes.push_back({kind, name, what, target, parent, int(m_nodes[parent].children.size()), {}, true});
    m_nodes[parent].children.push_back(id);
    return id;
}

void ModulePanelTree::show(ModuleListRows::Pointer rows, const QString &module) {
    beginResetModel();
    m_rows = std::move(rows);
    m_nodes.assign(1, {});
    m_nodes[0].target.module = module;
    if (const ModuleListRows::Row *row = m_rows->row(module)) {
        addFiles(*row);
        addMissing(*row);
        addDiagnostics(*row);
        if (!m_rows->dependency.imports(module).isEmpty())
            addImports(add(0, Kind::Heading, tr("Imports"), {}), module);
        if (row->state != ModuleListRows::State::Missing && row->wantedBy > 0)
            addImporters(add(0, Kind::Heading, tr("Imported by"), {}), module);
    }
    endResetModel();
}

void ModulePanelTree::addFiles(const ModuleListRows::Row &row) {
    const ModuleInfo &module = row.module;
    if (row.state == ModuleListRows::State::Missing)
        return;
    const QString what = row.state == ModuleListRows::State::InUse
        ? tr("serves it (%1)").arg(ModuleListModel::tierText(module.tier))
        : tr("switched off; it would serve it (%1)").arg(ModuleListModel::tierText(module.tier));
    const quintptr files = add(0, Kind::Heading, module.rivals > 0 ? tr("Files") : tr("File"), {});
    add(files, Kind::Text, module.file, what, {module.file, std::max(module.line, 1), {}});
    for (const QString &rival : m_rows->library->facts(module.name).rivals)
        add(files, Kind::Text, rival, tr("defines it too, not used"), {rival, 1, {}});
}

void ModulePanelTree::addMissing(const ModuleListRows::Row &row) {
    if (row.state == ModuleListRows::State::Missing) {
        const quintptr wanted = add(0, Kind::Heading, tr("Missing, wanted by"), {});
        for (const Dependency::Wanting &by : m_rows->dependency.importers(row.module.name))
            add(wanted, Kind::Bad, by.module, by.symbols.join(u", "_s), {{}, 0, by.module});
    }
    quintptr lacking = 0;
    for (const ModuleImport &import : m_rows->dependency.imports(row.module.name)) {
        if (m_rows->library->module(import.module))
            continue;
        if (lacking == 0)
            lacking = add(0, Kind::Heading, tr("Missing modules"), {});
        add(lacking, Kind::Bad, import.module, import.symbols.join(u", "_s), {{}, 0, import.module});
    }
}

void ModulePanelTree::addDiagnostics(const ModuleListRows::Row &row) {
    if (row.module.file.isEmpty())
        return;
    const QList<Diagnostic> all = m_rows->diagnosticsOf(row.module);
    if (all.isEmpty())
        return;
    const quintptr heading = add(0, Kind::Heading, tr("Diagnostics"), grouped(all.size()));
    for (const Diagnostic &each : all) {
        const Kind kind = each.severity == Diagnostic::Severity::Error ? Kind::Bad : Kind::Warning;
        const Target target{each.file, std::max(each.line, 1), {}};
        const quintptr node = add(heading, kind, each.line > 0 ? tr("Line %1").arg(each.line) : tr("The file"),
            u"%1 [%2]"_s.arg(each.message, each.code), target);
        if (!each.excerpt.trimmed().isEmpty())
            add(node, Kind::Text, {}, each.excerpt.trimmed(), target);
    }
}

// A module that stands above already is not opened again: modules may need one another.
bool ModulePanelTree::isAbove(quintptr node, const QString &module) const {
    for (quintptr at = node; at != 0; at = m_nodes[at].parent) {
        if (m_nodes[at].target.module == module)
            return true;
    }
    return m_nodes[0].target.module == module;
}

void ModulePanelTree::addImports(quintptr parent, const QString &module) {
    for (const ModuleImport &import : m_rows->dependency.imports(module)) {
        const bool missing = !m_rows->library->module(import.module);
        const bool opens
            = !missing && !isAbove(parent, import.module) && !m_rows->dependency.imports(import.module).isEmpty();
        const quintptr node = add(parent, missing ? Kind::Bad : Kind::Imports, import.module,
            (missing ? tr("missing: ") : QString()) + import.symbols.join(u", "_s), {{}, 0, import.module});
        m_nodes[node].fetched = !opens;
    }
}

void ModulePanelTree::addImporters(quintptr parent, const QString &module) {
    for (const Dependency::Wanting &by : m_rows->dependency.importers(module)) {
        const bool opens = !isAbove(parent, by.module) && !m_rows->dependency.importers(by.module).isEmpty();
        const quintptr node = add(parent, Kind::Importers, by.module, by.symbols.join(u", "_s), {{}, 0, by.module});
        m_nodes[node].fetched = !opens;
    }
}

ModulePanelTree::Target ModulePanelTree::target(const QModelIndex &index) const {
    return index.isValid() ? node(index).target : Target();
}

QModelIndex ModulePanelTree::index(int row, int column, const QModelIndex &parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    const quintptr above = parent.isValid() ? parent.internalId() : 0;
    return createIndex(row, column, m_nodes[above].children[size_t(row)]);
}

QModelIndex ModulePanelTree::parent(const QModelIndex &child) const {
    const quintptr above = child.isValid() ? node(child).parent : 0;
    return above == 0 ? QModelIndex() : createIndex(m_nodes[above].row, 0, above);
}

int ModulePanelTree::rowCount(const QModelIndex &parent) const {
    if (parent.column() > 0)
        return 0;
    return int(m_nodes[parent.isValid() ? parent.internalId() : 0].children.size());
}

int ModulePanelTree::columnCount(const QModelIndex &) const { return ColumnCount; }

bool ModulePanelTree::hasChildren(const QModelIndex &parent) const {
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool ModulePanelTree::canFetchMore(const QModelIndex &parent) const {
    return parent.isValid() && parent.column() == 0 && !node(parent).fetched;
}

void ModulePanelTree::fetchMore(const QModelIndex &parent) {
    if (!canFetchMore(parent))
        return;
    const quintptr at = parent.internalId();
    const QString module = m_nodes[at].name;
    const bool imports = m_nodes[at].kind == Kind::Imports;
    const qsizetype count
        = imports ? m_rows->dependency.imports(module).size() : m_rows->dependency.importers(module).size();
    m_nodes[at].fetched = true;
    beginInsertRows(parent, 0, int(count) - 1);
    if (imports)
        addImports(at, module);
    else
        addImporters(at, module);
    endInsertRows();
}

QVariant ModulePanelTree::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Node &node = this->node(index);
    const QString &text = index.column() == Name ? node.name : node.what;
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::ToolTipRole)
        return text;
    if (role == Qt::FontRole && node.kind == Kind::Heading) {
        QFont font = QGuiApplication::font();
        font.setBold(true);
        return font;
    }
    if (role == Qt::ForegroundRole) {
        const QPalette palette = QGuiApplication::palette();
        if (index.column() == Name && node.kind == Kind::Bad)
            return tint(palette, Tint::Bad);
        if (index.column() == Name && node.kind == Kind::Warning)
            return tint(palette, Tint::Warning);
        if (index.column() == What && node.kind != Kind::Bad && node.kind != Kind::Warning)
            return tint(palette, Tint::Dim);
    }
    return {};
}

} // namespace walkabout
