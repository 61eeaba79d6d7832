// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/moduletreemodel.h"

#include "ui/mib/nodeface.h"
#include "ui/mib/nodeicon.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr quintptr ModuleRow = quintptr(1) << 40;
constexpr qsizetype Slice = 10'000;

} // namespace

ModuleTreeModel::ModuleTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_library(Library::empty()) {
    m_scan.setInterval(0);
    connect(&m_scan, &QTimer::timeout, this, &ModuleTreeModel::scanSlice);
}

void ModuleTreeModel::setLibrary(Library::Pointer library) {
    beginResetModel();
    m_library = std::move(library);
    m_modules.clear();
    m_rows.clear();
    m_children.clear();
    endResetModel();
    m_next = 0;
    m_found.clear();
    m_scan.start();
}

void ModuleTreeModel::setObsoleteShown(bool shown) {
    if (shown == m_obsoleteShown)
        return;
    m_obsoleteShown = shown;
    setLibrary(m_library);
}

void ModuleTreeModel::scanSlice() {
    const qsizetype end = std::min(m_next + Slice, m_library->nodeCount());
    for (; m_next < end; ++m_next) {
        const NodeRef node = m_library->at(m_next);
        const QString module = node.module();
        const bool hidden = !m_obsoleteShown && node.status() == Status::Obsolete && node.childCount() == 0;
        if (!module.isEmpty() && !hidden)
            m_found[module].append(node.index());
    }
    if (m_next < m_library->nodeCount())
        return;
    m_scan.stop();
    beginResetModel();
    for (const ModuleInfo &info : m_library->modules())
        m_modules.append({info.name, info.file, m_found.take(info.name)});
    std::ranges::sort(m_modules, {}, &Module::name);
    for (int row = 0; row < m_modules.size(); ++row)
        m_rows.insert(m_modules.at(row).name, row);
    m_found.clear();
    endResetModel();
    emit filled();
}

const ModuleTreeModel::Module *ModuleTreeModel::moduleOf(const NodeRef &node) const {
    const auto row = node.isNull() ? m_rows.cend() : m_rows.constFind(node.module());
    return row == m_rows.cend() ? nullptr : &m_modules.at(*row);
}

qsizetype ModuleTreeModel::endOf(const Module &module, qsizetype position) const {
    const Oid above = m_library->at(module.nodes.at(position)).oid();
    const auto end = std::partition_point(module.nodes.begin() + position + 1, module.nodes.end(),
        [&](qint32 node) { return m_library->at(node).oid().startsWith(above); });
    return end - module.nodes.begin();
}

qsizetype ModuleTreeModel::positionAbove(const Module &module, qsizetype position) const {
    const Oid oid = m_library->at(module.nodes.at(position)).oid();
    // Equal OIDs with two names stand one below the other.
    for (qsizetype length = oid.size(); length > 0; --length) {
        const Oid prefix = oid.first(length);
        const auto after = std::partition_point(module.nodes.begin(), module.nodes.begin() + position,
            [&](qint32 node) { return m_library->at(node).oid() <= prefix; });
        if (after != module.nodes.begin() && m_library->at(*(after - 1)).oid() == prefix)
            return after - module.nodes.begin() - 1;
    }
    return -1;
}

const QList<qint32> &ModuleTreeModel::children(const Module &module, qsizetype position) const {
    const qint32 key = position < 0 ? -1 - m_rows.value(module.name) : module.nodes.at(position);
    auto found = m_children.find(key);
    if (found == m_children.end()) {
        QList<qint32> positions;
        const qsizetype end = position < 0 ? module.nodes.size() : endOf(module, position);
        for (qsizetype at = position + 1; at < end; at = endOf(module, at))
            positions.append(qint32(at));
        found = m_children.insert(key, positions);
    }
    return *found;
}

qsizetype ModuleTreeModel::positionOf(const Module &module, const NodeRef &node) const {
    const auto found = std::ranges::lower_bound(module.nodes, node.index());
    return found == module.nodes.end() || *found != node.index() ? -1 : found - module.nodes.begin();
}

NodeRef ModuleTreeModel::node(const QModelIndex &index) const {
    return index.isValid() && index.internalId() < ModuleRow ? m_library->at(qsizetype(index.internalId())) : NodeRef();
}

QModelIndex ModuleTreeModel::indexAt(const Module &module, qsizetype position) const {
    const QList<qint32> &siblings = children(module, positionAbove(module, position));
    const auto row = std::ranges::lower_bound(siblings, qint32(position)) - siblings.begin();
    return createIndex(int(row), 0, quintptr(module.nodes.at(position)));
}

QModelIndex ModuleTreeModel::index(int row, int column, const QModelIndex &parent) const {
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, 0, ModuleRow);
    const NodeRef above = node(parent);
    const Module &module = above.isNull() ? m_modules.at(parent.row()) : *moduleOf(above);
    const qsizetype position = above.isNull() ? -1 : positionOf(module, above);
    return createIndex(row, 0, quintptr(module.nodes.at(children(module, position).at(row))));
}

QModelIndex ModuleTreeModel::indexOf(const Oid &oid) const {
    const NodeRef nearest = m_library->nearest(oid);
    const Module *module = moduleOf(nearest);
    const qsizetype position = module ? positionOf(*module, nearest) : -1;
    return position < 0 ? QModelIndex() : indexAt(*module, position);
}

QModelIndex ModuleTreeModel::parent(const QModelIndex &index) const {
    const NodeRef node = this->node(index);
    if (node.isNull())
        return {};
    const Module &module = *moduleOf(node);
    const qsizetype above = positionAbove(module, positionOf(module, node));
    return above < 0 ? createIndex(m_rows.value(module.name), 0, ModuleRow) : indexAt(module, above);
}

int ModuleTreeModel::rowCount(const QModelIndex &parent) const {
    if (!parent.isValid())
        return int(m_modules.size());
    const NodeRef above = node(parent);
    const Module &module = above.isNull() ? m_modules.at(parent.row()) : *moduleOf(above);
    return int(children(module, above.isNull() ? -1 : positionOf(module, above)).size());
}

int ModuleTreeModel::columnCount(const QModelIndex &) const { return 1; }

QVariant ModuleTreeModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    return index.internalId() == ModuleRow ? moduleData(m_modules.at(index.row()), role)
                                           : nodeface::data(node(index), role);
}

QVariant ModuleTreeModel::moduleData(const Module &module, int role) const {
    switch (role) {
    case Qt::DisplayRole: return module.name;
    case Qt::DecorationRole: return nodeIcon(NodeGlyph::Module);
    case Qt::ToolTipRole: return module.file;
    case nodeface::FolderRole: return true;
    case Qt::AccessibleTextRole: return tr("Module %1").arg(module.name);
    case nodeface::OidRole: {
        // A click on a module shows its identity.
        const ModuleInfo *info = m_library->module(module.name);
        return info && !info->identity.isEmpty() ? QVariant::fromValue(info->identity) : QVariant();
    }
    default: return {};
    }
}

} // namespace walkabout
