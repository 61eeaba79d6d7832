// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/nodeface.h"

#include "ui/mib/mibtext.h"
#include "ui/mib/nodeicon.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::nodeface {

namespace {

// A table and its row are never accessible themselves: dimming says something of leaves alone.
bool isDim(const NodeRef &node) {
    return node.status() == Status::Obsolete
        || (node.kind() == NodeKind::Column && node.access() == Access::NotAccessible);
}

QStringList facts(const NodeRef &node) {
    QStringList facts{nodeKindName(node.kind())};
    if (isIndex(node))
        facts << MibText::tr("index");
    if (const QString access = accessName(node.access()); !access.isEmpty())
        facts << access;
    if (node.status() == Status::Deprecated || node.status() == Status::Obsolete)
        facts << statusName(node.status());
    return facts;
}

} // namespace

bool isIndex(const NodeRef &node) {
    if (node.kind() != NodeKind::Column)
        return false;
    const QList<NodeRef> indexes = node.indexNodes();
    return indexes.contains(node);
}

QVariant data(const NodeRef &node, int role) {
    switch (role) {
    case Qt::DisplayRole: return node.name();
    case Qt::DecorationRole: return nodeIcon(nodeGlyph(node.kind(), isIndex(node)));
    case Qt::ToolTipRole:
        return u"%1\n%2\n%3"_s.arg(node.module().isEmpty() ? node.name() : node.qualifiedName(), node.oid().toString(),
            facts(node).join(u", "_s));
    case Qt::AccessibleTextRole: return u"%1, %2"_s.arg(node.name(), facts(node).join(u", "_s));
    case Qt::ForegroundRole: return isDim(node) ? QVariant(tint(QApplication::palette(), Tint::Dim)) : QVariant();
    case OidRole: return QVariant::fromValue(node.oid());
    case TagRole: {
        const Oid oid = node.oid();
        return oid.isEmpty() || node.module().isEmpty() ? QString() : u"(%1)"_s.arg(oid.last());
    }
    case WritableRole: return node.isWritable();
    case NotifyRole: return node.access() == Access::AccessibleForNotify;
    case TableRole: return node.kind() == NodeKind::Table;
    case FolderRole: return node.kind() == NodeKind::Node || node.kind() == NodeKind::Module;
    default: return {};
    }
}

} // namespace walkabout::nodeface
