// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/completionmodel.h"

#include "ui/shared/palette.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

void CompletionModel::setLibrary(Library::Pointer library) { m_library = std::move(library); }

// "1.3.6.1.2.1.2." offers the children; "1.3.6.1.2.1.2.2.1.1" also those that begin with a 1.
QList<NodeRef> CompletionModel::below(const QString &dotted) const {
    QList<NodeRef> nodes;
    const bool open = dotted.endsWith(u'.');
    const std::optional<Oid> oid = Oid::parse(open ? QStringView(dotted).chopped(1) : QStringView(dotted));
    if (!oid)
        return nodes;
    if (const NodeRef itself = m_library->node(*oid); itself && !open)
        nodes += itself;
    const NodeRef parent = m_library->node(open ? *oid : oid->parent());
    if (!parent)
        return nodes;
    const QString last = open ? QString() : QString::number(oid->last());
    for (qsizetype row = 0; row < parent.childCount() && nodes.size() < Most; ++row) {
        const NodeRef child = parent.child(row);
        if (child.oid() != *oid && QString::number(child.oid().last()).startsWith(last))
            nodes += child;
    }
    return nodes;
}

void CompletionModel::offer(const QString &text) {
    QList<NodeRef> nodes;
    const QString wanted = text.trimmed();
    if (!wanted.isEmpty()) {
        const QString dotted = wanted.startsWith(u'.') ? wanted.mid(1) : wanted;
        const bool isOid = !dotted.isEmpty() && dotted[0].isDigit();
        nodes = isOid ? below(dotted) : m_library->search(wanted, Most);
    }
    beginResetModel();
    m_offers.clear();
    for (const NodeRef &node : nodes) {
        if (!node.module().isEmpty())
            m_offers.append({node.qualifiedName(), nodeKindName(node.kind()) + u"   "_s + node.oid().toString()});
    }
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_offers.size()); }

QVariant CompletionModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Offer &offer = m_offers[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return offer.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
    case Qt::UserRole: return offer.detail;
    default: return {};
    }
}

} // namespace walkabout
