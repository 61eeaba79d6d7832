// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/objectentries.h"

#include "core/mib/search.h"
#include "ui/mib/nodeface.h"
#include "ui/mib/nodeicon.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace walkabout::paletteentries {

namespace {

const QString idPrefix = u"object:"_s;
constexpr quint32 tableKind = 1U << quint32(NodeKind::Table);

struct ObjectEntryText {
    Q_DECLARE_TR_FUNCTIONS(ObjectEntryText)
};

} // namespace

FoundObjects find(const Library &library, const QString &text, int most, const std::atomic<bool> &cancelled) {
    FoundObjects found;
    SearchQuery query;
    query.text = text;
    query.limit = most;
    query.filter.kinds = tableKind;
    found.tables = search(library, query, &cancelled);
    if (found.tables.size() < most && !cancelled) {
        query.part = SearchQuery::Descriptions; // leaves out what names have given
        const QList<qint32> told = search(library, query, &cancelled);
        found.tables += told.first(qMin(most - found.tables.size(), told.size()));
    }
    query.part = SearchQuery::Names;
    query.filter.kinds = ~tableKind;
    if (!cancelled)
        found.objects = search(library, query, &cancelled);
    return found;
}

PaletteEntry ofNode(const NodeRef &node, const QString &device) {
    const bool isTable = node.kind() == NodeKind::Table;
    PaletteEntry entry;
    entry.group = isTable ? PaletteEntry::Group::Table : PaletteEntry::Group::Object;
    entry.id = idOf(node.oid());
    entry.text = node.name();
    const QString where = node.module();
    entry.detail = !isTable ? u"%1, %2, %3"_s.arg(where, nodeKindName(node.kind()), node.oid().toString())
        : device.isEmpty()  ? ObjectEntryText::tr("%1, as a grid once a device is chosen").arg(where)
                            : ObjectEntryText::tr("%1, as a grid on %2").arg(where, device);
    entry.icon = nodeIcon(nodeGlyph(node.kind(), nodeface::isIndex(node)));
    entry.target = node.oid();
    return entry;
}

QString idOf(const Oid &oid) { return idPrefix + oid.toString(); }

std::optional<Oid> oidOf(const QString &id) {
    return id.startsWith(idPrefix) ? Oid::parse(QStringView(id).mid(idPrefix.size())) : std::nullopt;
}

} // namespace walkabout::paletteentries
