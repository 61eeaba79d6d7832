// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibtreemodel.h"

#include "ui/mib/enterprises.h"
#include "ui/mib/nodeface.h"
#include "ui/mib/nodeicon.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// What an index carries: a node's number, or one of these with the number of an unplaced definition above them.
constexpr quintptr UnplacedRoot = quintptr(1) << 40;
constexpr quintptr UnplacedItem = quintptr(1) << 41;
static_assert(sizeof(quintptr) == 8);

} // namespace

MibTreeModel::MibTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_nodes(ShownNodes::find(Library::empty(), {})) {}

void MibTreeModel::show(ShownNodes::Pointer nodes) {
    beginResetModel();
    m_nodes = std::move(nodes);
    m_shown.clear();
    endResetModel();
}

const std::optional<QList<qint32>> &MibTreeModel::shownChildren(const NodeRef &node) const {
    static const std::optional<QList<qint32>> all;
    if (m_nodes->filter().isEmpty())
        return all;
    auto found = m_shown.find(node.index());
    if (found == m_shown.end()) {
        const qsizetype count = node.childCount();
        QList<qint32> shown;
        for (qsizetype i = 0; i < count; ++i) {
            if (const qint32 child = node.child(i).index(); m_nodes->isShown(child))
                shown.append(child);
        }
        found = m_shown.insert(node.index(), shown.size() == count ? std::nullopt : std::optional(shown));
    }
    return *found;
}

int MibTreeModel::nodeChildCount(const NodeRef &node) const {
    if (node.childCount() == 0)
        return 0;
    const auto &shown = shownChildren(node);
    return int(shown ? shown->size() : node.childCount());
}

NodeRef MibTreeModel::node(const QModelIndex &index) const {
    if (!index.isValid())
        return library().root();
    return index.internalId() < UnplacedRoot ? library().at(qsizetype(index.internalId())) : NodeRef();
}

std::optional<Unplaced> MibTreeModel::unplaced(const QModelIndex &index) const {
    if (!index.isValid() || index.internalId() < UnplacedItem)
        return {};
    return library().unplacedAt(index.row());
}

// They have no kind and no OID that a filter could ask for.
qsizetype MibTreeModel::unplacedCount() const { return m_nodes->isFiltered() ? 0 : library().unplacedCount(); }

QModelIndex MibTreeModel::index(int row, int column, const QModelIndex &parent) const {
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (parent.isValid() && parent.internalId() == UnplacedRoot)
        return createIndex(row, 0, UnplacedItem | quintptr(row));
    const NodeRef above = node(parent);
    if (above.isNull() || row >= nodeChildCount(above))
        return createIndex(row, 0, UnplacedRoot);
    const auto &shown = shownChildren(above);
    return createIndex(row, 0, quintptr(shown ? shown->at(row) : above.child(row).index()));
}

QModelIndex MibTreeModel::indexOfNode(const NodeRef &node) const {
    if (node.isNull() || node == library().root())
        return {};
    const auto &shown = shownChildren(node.parent());
    if (!shown)
        return createIndex(int(node.row()), 0, quintptr(node.index()));
    const auto found = std::ranges::lower_bound(*shown, node.index());
    if (found == shown->end() || *found != node.index())
        return {};
    return createIndex(int(found - shown->begin()), 0, quintptr(node.index()));
}

QModelIndex MibTreeModel::parent(const QModelIndex &index) const {
    if (!index.isValid() || index.internalId() == UnplacedRoot)
        return {};
    if (index.internalId() >= UnplacedItem)
        return createIndex(nodeChildCount(library().root()), 0, UnplacedRoot);
    return indexOfNode(node(index).parent());
}

QModelIndex MibTreeModel::indexOf(const Oid &oid) const {
    const NodeRef nearest = library().nearest(oid);
    for (NodeRef above = nearest; !above.isNull() && above != library().root(); above = above.parent()) {
        if (!indexOfNode(above).isValid())
            return {};
    }
    return indexOfNode(nearest);
}

int MibTreeModel::rowCount(const QModelIndex &parent) const {
    const qsizetype unplaced = unplacedCount();
    if (!parent.isValid())
        return nodeChildCount(library().root()) + (unplaced > 0 ? 1 : 0);
    if (parent.column() != 0)
        return 0;
    if (parent.internalId() == UnplacedRoot)
        return int(unplaced);
    const NodeRef above = node(parent);
    return above.isNull() ? 0 : nodeChildCount(above);
}

// Asked of each row that a view lays out: lists no children.
bool MibTreeModel::hasChildren(const QModelIndex &parent) const {
    const NodeRef above = parent.isValid() ? node(parent) : NodeRef();
    if (above.isNull())
        return rowCount(parent) > 0;
    for (qsizetype i = 0; i < above.childCount(); ++i) {
        if (m_nodes->isShown(above.child(i).index()))
            return true;
    }
    return false;
}

int MibTreeModel::columnCount(const QModelIndex &) const { return 1; }

QString MibTreeModel::owner(const NodeRef &node) const {
    const Oid oid = node.oid();
    return oid.size() == EnterprisesLength + 1 && oid.startsWith(enterprises()) ? m_nodes->owners().value(oid.last())
                                                                                : QString();
}

QVariant MibTreeModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    if (index.internalId() >= UnplacedRoot)
        return unplacedData(index, role);
    const NodeRef node = this->node(index);
    if (role == nodeface::TagRole) {
        const QString number = nodeface::data(node, role).toString();
        const QString owner = this->owner(node);
        return owner.isEmpty() ? number : u"%1 · %2"_s.arg(number, owner).trimmed();
    }
    // Only the way to what the filter wants.
    if (role == Qt::ForegroundRole && !m_nodes->isMatch(node.index()))
        return tint(QApplication::palette(), Tint::Dim);
    return nodeface::data(node, role);
}

QVariant MibTreeModel::unplacedData(const QModelIndex &index, int role) const {
    if (role == Qt::DecorationRole)
        return nodeIcon(NodeGlyph::Unplaced);
    if (index.internalId() == UnplacedRoot) {
        switch (role) {
        case Qt::DisplayRole: return tr("Not placed");
        case nodeface::TagRole: return u"(%1)"_s.arg(library().unplacedCount());
        case nodeface::FolderRole: return true;
        case Qt::ToolTipRole: return tr("Definitions whose parent is not known, each with the reason");
        default: return {};
        }
    }
    const Unplaced item = library().unplacedAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return item.name;
    case nodeface::TagRole: return u"%1 · %2"_s.arg(item.module, item.reason);
    case Qt::ToolTipRole:
        return u"%1::%2\n%3\n%4:%5"_s.arg(item.module, item.name, item.reason, item.file).arg(item.line);
    case Qt::AccessibleTextRole: return tr("%1, not placed: %2").arg(item.name, item.reason);
    default: return {};
    }
}

} // namespace walkabout
