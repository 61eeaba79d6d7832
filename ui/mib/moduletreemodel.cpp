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

bool isHead(const NodeRef &node, const QString &module) {
    const NodeRef parent = node.parent();
    return parent.isNull() || parent.module() != module;
}

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
    startScan();
}

void ModuleTreeModel::setObsoleteShown(bool shown) {
    if (shown == m_obsoleteShown)
        return;
    m_obsoleteShown = shown;
    setLibrary(m_library);
}

void ModuleTreeModel::startScan() {
    m_next = 0;
    m_heads.clear();
    m_scan.start();
}

void ModuleTreeModel::scanSlice() {
    const qsizetype end = std::min(m_next + Slice, m_library->nodeCount());
    for (; m_next < end; ++m_next) {
        const NodeRef node = m_library->at(m_next);
        const QString module = node.module();
        if (!module.isEmpty() && isHead(node, module) && !isHidden(node))
            m_heads[module].append(node.index());
    }
    if (m_next < m_library->nodeCount())
        return;
    m_scan.stop();
    beginResetModel();
    for (const ModuleInfo &info : m_library->modules())
        m_modules.append({info.name, info.file, m_heads.take(info.name)});
    std::ranges::sort(m_modules, {}, &Module::name);
    for (int row = 0; row < m_modules.size(); ++row)
        m_rows.insert(m_modules.at(row).name, row);
    m_heads.clear();
    endResetModel();
    emit filled();
}

bool ModuleTreeModel::isHidden(const NodeRef &node) const {
    return !m_obsoleteShown && node.status() == Status::Obsolete && node.childCount() == 0;
}

const QList<qint32> &ModuleTreeModel::children(const NodeRef &node) const {
    auto found = m_children.find(node.index());
    if (found == m_children.end()) {
        const QString module = node.module();
        QList<qint32> own;
        for (qsizetype i = 0; i < node.childCount(); ++i) {
            if (const NodeRef child = node.child(i); child.module() == module && !isHidden(child))
                own.append(child.index());
        }
        found = m_children.insert(node.index(), std::move(own));
    }
    return *found;
}

NodeRef ModuleTreeModel::node(const QModelIndex &index) const {
    return index.isValid() && index.internalId() < ModuleRow ? m_library->at(qsizetype(index.internalId())) : NodeRef();
}

QModelIndex ModuleTreeModel::index(int row, int column, const QModelIndex &parent) const {
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, 0, ModuleRow);
    if (parent.internalId() == ModuleRow)
        return createIndex(row, 0, quintptr(m_modules.at(parent.row()).heads.at(row)));
    return createIndex(row, 0, quintptr(children(node(parent)).at(row)));
}

QModelIndex ModuleTreeModel::indexOf(const Oid &oid) const {
    const NodeRef node = m_library->nearest(oid);
    if (node.isNull())
        return {};
    const QString module = node.module();
    const auto row = m_rows.constFind(module);
    if (row == m_rows.cend())
        return {};
    const bool head = isHead(node, module);
    const QList<qint32> &siblings = head ? m_modules.at(*row).heads : children(node.parent());
    const auto found = std::ranges::lower_bound(siblings, node.index());
    if (found == siblings.end() || *found != node.index())
        return {};
    return createIndex(int(found - siblings.begin()), 0, quintptr(node.index()));
}

QModelIndex ModuleTreeModel::parent(const QModelIndex &index) const {
    const NodeRef node = this->node(index);
    if (node.isNull())
        return {};
    const QString module = node.module();
    return isHead(node, module) ? createIndex(m_rows.value(module), 0, ModuleRow) : indexOf(node.parent().oid());
}

int ModuleTreeModel::rowCount(const QModelIndex &parent) const {
    if (!parent.isValid())
        return int(m_modules.size());
    if (parent.internalId() == ModuleRow)
        return int(m_modules.at(parent.row()).heads.size());
    return int(children(node(parent)).size());
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
