// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/moduletreemodel.h"

#include "ui/mib/nodeface.h"
#include "ui/mib/nodeicon.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>

namespace walkabout {

namespace {

constexpr quintptr ModuleRow = quintptr(1) << 40;

} // namespace

ModuleTreeModel::ModuleTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_nodes(ShownNodes::find(Library::empty(), {})) {}

void ModuleTreeModel::show(ShownNodes::Pointer nodes) {
    beginResetModel();
    m_nodes = std::move(nodes);
    m_modules.clear();
    m_rows.clear();
    m_outlines.clear();
    for (const ModuleInfo &module : library().modules()) {
        // Without a filter also those that define nothing in the tree: types alone.
        if (m_nodes->isFiltered() && !hasMatch(module.name))
            continue;
        m_rows.insert(module.name, int(m_modules.size()));
        m_modules.append(module.name);
    }
    endResetModel();
}

bool ModuleTreeModel::hasMatch(const QString &module) const {
    return std::ranges::any_of(library().nodesOf(module), [this](qint32 node) { return m_nodes->isMatch(node); });
}

const ModuleOutline &ModuleTreeModel::outline(const QString &module) const {
    auto found = m_outlines.find(module);
    if (found == m_outlines.end())
        found = m_outlines.insert(module, ModuleOutline(*m_nodes, module));
    return *found;
}

NodeRef ModuleTreeModel::node(const QModelIndex &index) const {
    return index.isValid() && index.internalId() < ModuleRow ? library().at(qsizetype(index.internalId())) : NodeRef();
}

const ModuleInfo *ModuleTreeModel::module(const QModelIndex &index) const {
    return index.isValid() && index.internalId() == ModuleRow ? library().module(m_modules.at(index.row())) : nullptr;
}

QModelIndex ModuleTreeModel::index(int row, int column, const QModelIndex &parent) const {
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, 0, ModuleRow);
    const NodeRef above = node(parent);
    const ModuleOutline &outline = this->outline(above.isNull() ? m_modules.at(parent.row()) : above.module());
    const auto below = outline.below(above.isNull() ? -1 : outline.positionOf(above.index()));
    return createIndex(row, 0, quintptr(outline.node(below[size_t(row)])));
}

QModelIndex ModuleTreeModel::indexOf(const Oid &oid) const {
    const NodeRef nearest = library().nearest(oid);
    if (!m_rows.contains(nearest.module()))
        return {};
    const ModuleOutline &outline = this->outline(nearest.module());
    const qsizetype position = outline.positionOf(nearest.index());
    return position < 0 ? QModelIndex() : createIndex(outline.row(position), 0, quintptr(nearest.index()));
}

QModelIndex ModuleTreeModel::parent(const QModelIndex &index) const {
    const NodeRef node = this->node(index);
    if (node.isNull())
        return {};
    const QString module = node.module();
    const ModuleOutline &outline = this->outline(module);
    const qsizetype above = outline.above(outline.positionOf(node.index()));
    return above < 0 ? createIndex(m_rows.value(module), 0, ModuleRow)
                     : createIndex(outline.row(above), 0, quintptr(outline.node(above)));
}

int ModuleTreeModel::rowCount(const QModelIndex &parent) const {
    if (!parent.isValid())
        return int(m_modules.size());
    const NodeRef above = node(parent);
    const ModuleOutline &outline = this->outline(above.isNull() ? m_modules.at(parent.row()) : above.module());
    return int(outline.below(above.isNull() ? -1 : outline.positionOf(above.index())).size());
}

int ModuleTreeModel::columnCount(const QModelIndex &) const { return 1; }

// A look at the list of modules makes no outline.
bool ModuleTreeModel::hasChildren(const QModelIndex &parent) const {
    const ModuleInfo *module = this->module(parent);
    if (!module)
        return rowCount(parent) > 0;
    return std::ranges::any_of(library().nodesOf(module->name), [this](qint32 node) { return m_nodes->isShown(node); });
}

QVariant ModuleTreeModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    if (const ModuleInfo *module = this->module(index))
        return moduleData(*module, role);
    const NodeRef node = this->node(index);
    // Only the way to what the filter wants.
    if (role == Qt::ForegroundRole && !m_nodes->isMatch(node.index()))
        return tint(QApplication::palette(), Tint::Dim);
    return nodeface::data(node, role);
}

QVariant ModuleTreeModel::moduleData(const ModuleInfo &module, int role) const {
    switch (role) {
    case Qt::DisplayRole: return module.name;
    case Qt::DecorationRole: return nodeIcon(NodeGlyph::Module);
    case Qt::ToolTipRole: return module.file;
    case nodeface::FolderRole: return true;
    case nodeface::ModuleRole: return module.name;
    case Qt::AccessibleTextRole: return tr("Module %1").arg(module.name);
    case nodeface::OidRole:
        // A click on a module shows its identity.
        return module.identity.isEmpty() ? QVariant() : QVariant::fromValue(module.identity);
    default: return {};
    }
}

} // namespace walkabout
