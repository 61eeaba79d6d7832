// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/completionmodel.h"

#include "core/mib/search.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// "1.3.6.1.2.1.2." offers the children; "1.3.6.1.2.1.2.2.1.1" also those that begin with a 1.
QList<NodeRef> offersBelow(const Library::Pointer &library, const QString &dotted, const std::atomic<bool> &cancelled) {
    QList<NodeRef> nodes;
    const bool open = dotted.endsWith(u'.');
    const std::optional<Oid> oid = Oid::parse(open ? QStringView(dotted).chopped(1) : QStringView(dotted));
    if (!oid)
        return nodes;
    if (const NodeRef itself = library->node(*oid); itself && !open)
        nodes += itself;
    const NodeRef parent = library->node(open ? *oid : oid->parent());
    if (!parent)
        return nodes;
    const QString last = open ? QString() : QString::number(oid->last());
    for (qsizetype row = 0; row < parent.childCount() && nodes.size() < CompletionModel::Most && !cancelled; ++row) {
        const NodeRef child = parent.child(row);
        if (child.oid() != *oid && QString::number(child.oid().last()).startsWith(last))
            nodes += child;
    }
    return nodes;
}

/// Names with the word; then what is about it, tables first: "mac" leads to where MAC addresses stand, however many
/// names have those letters.
QList<NodeRef> offersAbout(const Library::Pointer &library, const QString &text, const std::atomic<bool> &cancelled) {
    constexpr int Most = CompletionModel::Most;
    QList<NodeRef> nodes;
    const auto append = [&](SearchQuery::Part part, quint32 kinds, int limit) {
        if (cancelled)
            return;
        SearchQuery query;
        query.text = text;
        query.part = part;
        query.filter.kinds = kinds;
        query.limit = Most;
        for (const qint32 index : search(*library, query, &cancelled)) {
            const NodeRef node = library->at(index);
            if (limit > 0 && !nodes.contains(node)) {
                nodes += node;
                --limit;
            }
        }
    };
    append(SearchQuery::Names, 0, Most / 2);
    append(SearchQuery::Descriptions, 1U << quint32(NodeKind::Table), Most / 4);
    append(SearchQuery::Descriptions, 0, Most - int(nodes.size()));
    append(SearchQuery::Names, 0, Most - int(nodes.size()));
    return nodes;
}

} // namespace

void CompletionModel::setLibrary(Library::Pointer library) { m_library = std::move(library); }

CompletionModel::Offers CompletionModel::find(
    const Library::Pointer &library, const QString &text, const std::atomic<bool> &cancelled) {
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return {};
    const QString dotted = wanted.startsWith(u'.') ? wanted.mid(1) : wanted;
    const bool isOid = !dotted.isEmpty() && dotted[0].isDigit();
    Offers offers;
    for (const NodeRef &node :
        isOid ? offersBelow(library, dotted, cancelled) : offersAbout(library, wanted, cancelled)) {
        if (!node.module().isEmpty())
            offers.append({node.qualifiedName(), nodeKindName(node.kind()) + u"   "_s + node.oid().toString()});
    }
    return offers;
}

void CompletionModel::offer(const QString &text) {
    m_run.start(
        [library = m_library, text](const std::atomic<bool> &cancelled) { return find(library, text, cancelled); },
        [this, text](const Offers &found) {
            beginResetModel();
            m_offers = found;
            endResetModel();
            emit offered(text);
        });
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
