// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/objecttext.h"

#include "core/mib/index.h"
#include "ui/mib/htmltext.h"
#include "ui/mib/mibtext.h"
#include "ui/mib/moduletext.h"
#include "ui/mib/paragraphs.h"
#include "ui/mib/relationtext.h"
#include "ui/mib/typetext.h"

using namespace Qt::StringLiterals;

namespace walkabout {

using namespace htmltext;

namespace {

void addBranch(Facts &facts, const Library &library, const NodeRef &node) {
    const NodeRef row = node.rowNode();
    if (node.kind() == NodeKind::Column || node.kind() == NodeKind::Row)
        facts.add(MibText::tr("Table"), link(row.parent()));
    if (node.kind() == NodeKind::Column || node.kind() == NodeKind::Table)
        facts.add(MibText::tr("Entry"), row.isNull() ? QString() : link(row));
    if (!row.isNull()) {
        facts.add(MibText::tr("Index"), relationtext::index(node));
        if (const QString augments = row.augments(); !augments.isEmpty())
            facts.add(MibText::tr("Augments"), linkNamed(library, augments));
    }
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

QString factsOf(const Library &library, const NodeRef &node, const Oid &oid) {
    const TypeInfo type = node.type();
    Facts facts;
    facts.addCode(MibText::tr("OID"), oid.toString());
    addInstance(facts, node, oid);
    // Labels have a table of their own.
    facts.addText(MibText::tr("Syntax"),
        type.enums.isEmpty() ? node.syntax().simplified() : node.syntax().section(u'{', 0, 0).simplified());
    facts.add(MibText::tr("Type"), typetext::chain(library, type));
    facts.addText(MibText::tr("Units"), node.units());
    facts.addText(MibText::tr("Range"), typetext::ranges(type.ranges));
    facts.addText(MibText::tr("Size"),
        type.sizes.isEmpty() ? QString() : MibText::tr("%1 octets").arg(typetext::ranges(type.sizes)));
    facts.addCode(MibText::tr("Display hint"), node.displayHint());
    facts.addCode(MibText::tr("Default"), node.defaultValue());
    facts.addText(MibText::tr("Access"), accessName(node.access()));
    facts.addText(MibText::tr("Status"), statusName(node.status()));
    addBranch(facts, library, node);
    facts.add(MibText::tr("Source"),
        linkSource(node.file(), node.line(), u"%1:%2"_s.arg(node.file().section(u'/', -1)).arg(node.line())));
    return facts.html();
}

QString heading(const Library &library, const NodeRef &node) {
    const ModuleInfo *module = library.module(node.module());
    QString where = node.module().toHtmlEscaped();
    if (module && module->identity.isEmpty())
        where = u"<a href='module:%1'>%1</a>"_s.arg(where);
    else if (module && module->identity != node.oid())
        where = u"<a href='oid:%1'>%2</a>"_s.arg(module->identity.toString(), where);
    const QString kind = nodeKindName(node.kind());
    return u"<h2>%1</h2><p class='dim'>%2</p>"_s.arg(node.name().toHtmlEscaped(),
        where.isEmpty() ? MibText::tr("no module names it") : u"%1 · %2"_s.arg(where, kind));
}

} // namespace

QString objectText(const Library &library, const Oid &oid, bool withRevisions) {
    const NodeRef node = library.nearest(oid);
    if (node.isNull() || node.oid().isEmpty())
        return u"<h2>%1</h2><p>%2</p>"_s.arg(oid.toString(), MibText::tr("No loaded MIB module knows this OID."));
    const TypeInfo type = node.type();
    QString html = heading(library, node) + factsOf(library, node, oid);
    if (const QString text = node.description(); !text.trimmed().isEmpty())
        html += section(MibText::tr("Description"), paragraphs(text));
    html += typetext::labels(type) + relationtext::objects(library, node) + relationtext::columns(node);
    if (const QString reference = node.reference(); !reference.trimmed().isEmpty())
        html += section(MibText::tr("Reference"), paragraphs(reference));
    html += typetext::conventions(library, type) + relationtext::memberOf(library, node)
        + relationtext::rivals(library, node);
    if (const ModuleInfo *module = library.module(node.module()))
        html += moduleText(library, *module, node.kind() == NodeKind::Module, withRevisions);
    return html;
}

} // namespace walkabout
