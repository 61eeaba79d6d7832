// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/moduletext.h"

#include "core/base/count.h"
#include "ui/mib/htmltext.h"
#include "ui/mib/mibtext.h"
#include "ui/mib/paragraphs.h"

using namespace Qt::StringLiterals;

namespace walkabout {

using namespace htmltext;

namespace {

QString contactLines(const QString &contact) {
    QStringList lines;
    for (const QString &line : contact.split(u'\n'))
        lines << line.simplified().toHtmlEscaped();
    return contact.trimmed().isEmpty() ? QString() : u"<p>%1</p>"_s.arg(lines.join(u"<br>"_s));
}

// Long histories would push away what is read more often.
QString revisions(const ModuleFacts &module, bool unfolded) {
    if (module.revisions.isEmpty())
        return {};
    if (!unfolded)
        return u"<p><a href='show:revisions'>%1</a></p>"_s.arg(
            counted(module.revisions.size(), MibText::tr("Show %1 revision"), MibText::tr("Show %1 revisions")));
    QString html = u"<p><a href='show:revisions'>%1</a></p>"_s.arg(MibText::tr("Hide"));
    for (const ModuleFacts::Revision &revision : module.revisions)
        html += u"<h4>%1</h4>%2"_s.arg(revision.date.toHtmlEscaped(), paragraphs(revision.description));
    return html;
}

QString tier(const ModuleInfo &module) {
    switch (module.tier) {
    case 0: return MibText::tr("yours");
    case 1: return MibText::tr("the system's");
    default: return MibText::tr("shipped");
    }
}

QString facts(const ModuleInfo &module) {
    Facts facts;
    facts.addText(MibText::tr("Name"), module.name);
    facts.addText(MibText::tr("Updated"), module.lastUpdated);
    facts.addText(MibText::tr("Organization"), module.organization.simplified());
    facts.addText(MibText::tr("Language"), MibText::tr("SMIv%1").arg(module.smiVersion));
    facts.add(MibText::tr("File"),
        u"%1 <span class='dim'>(%2)</span>"_s.arg(
            linkSource(module.file, module.line, module.file), tier(module).toHtmlEscaped()));
    return facts.html();
}

QString imports(const ModuleFacts &module) {
    QString html;
    for (const ModuleImport &import : module.imports) {
        const QString lack
            = import.found ? QString() : u" <span class='bad'>%1</span>"_s.arg(MibText::tr("not in the library"));
        html += u"<p><b>%1</b>%2<br>%3</p>"_s.arg(
            import.module.toHtmlEscaped(), lack, import.symbols.join(u", "_s).toHtmlEscaped());
    }
    return html;
}

QString definitions(const Library &library, const ModuleInfo &module) {
    constexpr size_t Most = 200;
    const auto nodes = library.nodesOf(module.name);
    QStringList links;
    for (const qint32 node : nodes.first(std::min(nodes.size(), Most)))
        links << link(library.at(node));
    if (nodes.size() > Most)
        links << MibText::tr("%1 more").arg(grouped(qint64(nodes.size() - Most)));
    return links.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(links.join(u", "_s));
}

QString rivals(const ModuleFacts &module) {
    QStringList files;
    for (const QString &file : module.rivals)
        files << file.toHtmlEscaped();
    return files.isEmpty() ? QString() : u"<p class='dim'>%1</p>"_s.arg(files.join(u"<br>"_s));
}

} // namespace

QString moduleText(const Library &library, const ModuleInfo &module, bool inFull, bool withRevisions) {
    const ModuleFacts known = library.facts(module.name);
    QString html = section(MibText::tr("Module"), facts(module));
    if (!inFull)
        return html + revisions(known, withRevisions);
    if (!known.description.trimmed().isEmpty() && library.node(module.identity).module() != module.name)
        html += section(MibText::tr("Module description"), paragraphs(known.description));
    return html + section(MibText::tr("Contact"), contactLines(known.contact))
        + section(MibText::tr("Revisions"), revisions(known, withRevisions))
        + section(MibText::tr("Imports"), imports(known))
        + section(MibText::tr("Other files that define it, not used"), rivals(known));
}

QString modulePage(const Library &library, const QString &name, bool withRevisions) {
    const QString head = u"<h2>%1</h2>"_s.arg(name.toHtmlEscaped());
    const ModuleInfo *module = library.module(name);
    if (!module)
        return head + u"<p>%1</p>"_s.arg(MibText::tr("No such module is in the library any more."));
    // The old language has none to miss.
    const QString identity = module->smiVersion < 2
        ? MibText::tr("It has no MODULE-IDENTITY: SMIv1 knows none.")
        : MibText::tr("It lacks a MODULE-IDENTITY: who made it, and when, is not said.");
    return head
        + u"<p class='dim'>%1</p><p>%2</p>"_s.arg(
            counted(module->definitions, MibText::tr("module · %1 definition"), MibText::tr("module · %1 definitions")),
            module->identity.isEmpty() ? identity : QString())
        + moduleText(library, *module, true, withRevisions)
        + section(MibText::tr("Definitions"), definitions(library, *module));
}

} // namespace walkabout
