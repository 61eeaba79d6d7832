// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/relationtext.h"

#include "ui/mib/htmltext.h"
#include "ui/mib/mibtext.h"
#include "ui/mib/paragraphs.h"

using namespace Qt::StringLiterals;

namespace walkabout::relationtext {

using namespace htmltext;

namespace {

QString lines(const QStringList &html) { return html.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(html.join(u"<br>"_s)); }

QString dim(const QString &text) { return u" <span class='dim'>%1</span>"_s.arg(text.toHtmlEscaped()); }

QString rival(const NodeRef &node) {
    QStringList facts{nodeKindName(node.kind())};
    for (const QString &fact : {node.syntax().simplified(), accessName(node.access()), statusName(node.status())}) {
        if (!fact.isEmpty())
            facts += fact;
    }
    return u"<h4>%1</h4><p class='dim'>%2 · %3</p>%4"_s.arg(node.qualifiedName().toHtmlEscaped(),
        facts.join(u" · "_s).toHtmlEscaped(), linkSource(node.file(), node.line(), MibText::tr("Show source")),
        paragraphs(node.description()));
}

} // namespace

QString index(const NodeRef &node) {
    const QList<IndexItem> items = node.indexes();
    const QList<NodeRef> nodes = node.indexNodes();
    QStringList parts;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const NodeRef object = nodes.value(i);
        const QString name = object.isNull() ? items.at(i).name.toHtmlEscaped() : link(object);
        parts << (items.at(i).implied ? MibText::tr("IMPLIED %1").arg(name) : name);
    }
    return parts.join(u", "_s);
}

QString objects(const Library &library, const NodeRef &node) {
    QString title = MibText::tr("Objects");
    if (node.kind() == NodeKind::Group)
        title = MibText::tr("Members");
    else if (node.kind() == NodeKind::Compliance)
        title = MibText::tr("Groups");
    QStringList names;
    for (const QString &name : node.objects()) {
        const QList<NodeRef> found = library.named(name);
        const QString syntax = found.isEmpty() || node.kind() != NodeKind::Notification
            ? QString()
            : found.first().syntax().section(u'{', 0, 0).simplified();
        names << linkNamed(library, name) + (syntax.isEmpty() ? QString() : dim(syntax));
    }
    return section(title, lines(names));
}

QString columns(const NodeRef &node) {
    if (node.kind() != NodeKind::Table && node.kind() != NodeKind::Row)
        return {};
    const QList<NodeRef> keys = node.indexNodes();
    QList<QStringList> rows;
    for (const NodeRef &column : node.columns()) {
        QString access = accessName(column.access());
        if (keys.contains(column))
            access += MibText::tr(", index");
        rows.append(
            {link(column), column.syntax().section(u'{', 0, 0).simplified().toHtmlEscaped(), access.toHtmlEscaped()});
    }
    return section(
        MibText::tr("Columns"), table({MibText::tr("Name"), MibText::tr("Syntax"), MibText::tr("Access")}, rows));
}

QString memberOf(const Library &library, const NodeRef &node) {
    QStringList names;
    for (const QString &name : node.memberOf()) {
        const QList<NodeRef> found = library.named(name);
        names << linkNamed(library, name) + (found.isEmpty() ? QString() : dim(nodeKindName(found.first().kind())));
    }
    return section(MibText::tr("Member of"), lines(names));
}

QString rivals(const Library &library, const NodeRef &node) {
    // They stand next to each other; node may be any of them.
    const auto sameOid = [&](const NodeRef &other) {
        return !other.isNull() && other.parent() == node.parent() && other.row() == node.row();
    };
    qsizetype first = node.index();
    while (first > 0 && sameOid(library.at(first - 1)))
        --first;
    QString html;
    for (qsizetype at = first; sameOid(library.at(at)); ++at) {
        if (at != node.index())
            html += rival(library.at(at));
    }
    return section(MibText::tr("Also defined as"), html);
}

} // namespace walkabout::relationtext
