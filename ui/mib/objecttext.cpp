// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/objecttext.h"

#include "core/mib/index.h"
#include "ui/mib/mibtext.h"
#include "ui/mib/moduletext.h"
#include "ui/mib/paragraphs.h"
#include "ui/mib/typetext.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString link(const NodeRef &node, const QString &text = {}) {
    const QString label = text.isEmpty() ? node.name() : text;
    return u"<a href='oid:%1'>%2</a>"_s.arg(node.oid().toString(), label.toHtmlEscaped());
}

QString linkNamed(const Library &library, const QString &name) {
    const QList<NodeRef> found = library.named(name);
    return found.isEmpty() ? name.toHtmlEscaped() : link(found.first(), name.section(u"::"_s, -1));
}

/// Rows of "what: value"; a blank value leaves no row.
class Facts {
public:
    void add(const QString &what, const QString &html) {
        if (!html.isEmpty())
            m_rows += u"<tr><td class='what'>%1</td><td>%2</td></tr>"_s.arg(what, html);
    }
    void addText(const QString &what, const QString &text) { add(what, text.toHtmlEscaped()); }
    void addCode(const QString &what, const QString &text) {
        if (!text.isEmpty())
            add(what, u"<code>%1</code>"_s.arg(text.toHtmlEscaped()));
    }
    [[nodiscard]] QString html() const {
        return m_rows.isEmpty() ? m_rows : u"<table class='facts'>%1</table>"_s.arg(m_rows);
    }

private:
    QString m_rows;
};

QString indexLine(const NodeRef &node) {
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

void addBranch(Facts &facts, const Library &library, const NodeRef &node) {
    const NodeRef row = node.rowNode();
    if (node.kind() == NodeKind::Column || node.kind() == NodeKind::Row)
        facts.add(MibText::tr("Table"), link(row.parent()));
    if (node.kind() == NodeKind::Column || node.kind() == NodeKind::Table)
        facts.add(MibText::tr("Entry"), row.isNull() ? QString() : link(row));
    if (!row.isNull())
        facts.add(MibText::tr("Index"), indexLine(node));
    if (!row.isNull() && !row.augments().isEmpty())
        facts.add(MibText::tr("Augments"), linkNamed(library, row.augments()));
    if (const NodeRef parent = node.parent();
        !parent.isNull() && node.kind() != NodeKind::Column && node.kind() != NodeKind::Row)
        facts.add(MibText::tr("Parent"), parent.oid().isEmpty() ? QString() : link(parent));
}

void addInstance(Facts &facts, const NodeRef &node, const Oid &oid) {
    const Oid instance = oid.mid(node.oid().size());
    if (instance.isEmpty())
        return;
    facts.addCode(MibText::tr("Instance"), instance.toString());
    const NodeRef row = node.rowNode();
    const auto values = row.isNull() || node.kind() != NodeKind::Column ? std::nullopt : index::split(row, instance);
    if (!values)
        return;
    for (const IndexValue &value : *values)
        facts.add(u"&nbsp;&nbsp;"_s + value.name.section(u"::"_s, -1).toHtmlEscaped(),
            u"<code>%1</code>"_s.arg(value.text.toHtmlEscaped()));
}

QString objects(const Library &library, const NodeRef &node) {
    const QStringList names = node.objects();
    if (names.isEmpty())
        return {};
    QString title = MibText::tr("Objects");
    if (node.kind() == NodeKind::Group)
        title = MibText::tr("Members");
    else if (node.kind() == NodeKind::Compliance)
        title = MibText::tr("Groups");
    QStringList lines;
    for (const QString &name : names)
        lines << linkNamed(library, name);
    return u"<h3>%1</h3><p>%2</p>"_s.arg(title, lines.join(u"<br>"_s));
}

QString columns(const NodeRef &node) {
    if (node.kind() != NodeKind::Table && node.kind() != NodeKind::Row)
        return {};
    QString html;
    for (const NodeRef &column : node.columns())
        html += u"<tr><td>%1</td><td>%2</td><td class='dim'>%3</td></tr>"_s.arg(link(column),
            column.syntax().section(u'{', 0, 0).simplified().toHtmlEscaped(), accessName(column.access()));
    return html.isEmpty() ? html : u"<h3>%1</h3><table class='labels'>%2</table>"_s.arg(MibText::tr("Columns"), html);
}

QString factsOf(const Library &library, const NodeRef &node, const Oid &oid) {
    const TypeInfo type = node.type();
    Facts facts;
    facts.addCode(MibText::tr("OID"), oid.toString());
    addInstance(facts, node, oid);
    // Labels have a table of their own.
    facts.addText(MibText::tr("Syntax"),
        type.enums.isEmpty() ? node.syntax().simplified() : node.syntax().section(u'{', 0, 0).simplified());
    facts.addText(MibText::tr("Units"), node.units());
    facts.addText(MibText::tr("Range"), typetext::ranges(type.ranges));
    facts.addText(MibText::tr("Size"),
        type.sizes.isEmpty() ? QString() : MibText::tr("%1 octets").arg(typetext::ranges(type.sizes)));
    facts.addCode(MibText::tr("Display hint"), node.displayHint());
    facts.addCode(MibText::tr("Default"), node.defaultValue());
    facts.addText(MibText::tr("Access"), accessName(node.access()));
    facts.addText(MibText::tr("Status"), statusName(node.status()));
    addBranch(facts, library, node);
    return facts.html();
}

QString heading(const Library &library, const NodeRef &node) {
    const ModuleInfo *module = library.module(node.module());
    QString where = node.module().toHtmlEscaped();
    if (module && !module->identity.isEmpty() && module->identity != node.oid())
        where = u"<a href='oid:%1'>%2</a>"_s.arg(module->identity.toString(), where);
    const QString kind = nodeKindName(node.kind());
    return u"<h2>%1</h2><p class='dim'>%2</p>"_s.arg(node.name().toHtmlEscaped(),
        where.isEmpty() ? MibText::tr("no module names it") : u"%1 · %2"_s.arg(where, kind));
}

} // namespace

QString objectText(const Library &library, const Oid &oid) {
    const NodeRef node = library.nearest(oid);
    if (node.isNull() || node.oid().isEmpty()) {
        return u"<h2>%1</h2><p>%2</p>"_s.arg(oid.toString(), MibText::tr("No loaded MIB module knows this OID."));
    }
    QString html = heading(library, node) + factsOf(library, node, oid);
    if (const QString text = node.description(); !text.trimmed().isEmpty())
        html += u"<h3>%1</h3>%2"_s.arg(MibText::tr("Description"), paragraphs(text));
    html += objects(library, node) + columns(node) + typetext::labels(node.type());
    if (const QString reference = node.reference(); !reference.trimmed().isEmpty())
        html += u"<h3>%1</h3>%2"_s.arg(MibText::tr("Reference"), paragraphs(reference));
    html += typetext::conventions(library, node.type());
    if (node.kind() == NodeKind::Module) {
        if (const ModuleInfo *module = library.module(node.module()))
            html += moduleText(*module, library.facts(module->name));
    }
    if (!node.file().isEmpty())
        html += u"<p class='dim'>%1:%2</p>"_s.arg(node.file().toHtmlEscaped()).arg(node.line());
    return html;
}

} // namespace walkabout
