// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/moduletext.h"

#include "ui/mib/mibtext.h"
#include "ui/mib/paragraphs.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString section(const QString &title, const QString &html) {
    return html.isEmpty() ? html : u"<h3>%1</h3>%2"_s.arg(title, html);
}

QString contactLines(const QString &contact) {
    QStringList lines;
    for (const QString &line : contact.split(u'\n'))
        lines << line.simplified().toHtmlEscaped();
    return contact.trimmed().isEmpty() ? QString() : u"<p>%1</p>"_s.arg(lines.join(u"<br>"_s));
}

QString revisions(const ModuleFacts &module) {
    QString html;
    for (const ModuleFacts::Revision &revision : module.revisions)
        html += u"<h4>%1</h4>%2"_s.arg(revision.date.toHtmlEscaped(), paragraphs(revision.description));
    return html;
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

QString rivals(const ModuleFacts &module) {
    QStringList files;
    for (const QString &file : module.rivals)
        files << file.toHtmlEscaped();
    return files.isEmpty() ? QString() : u"<p class='dim'>%1</p>"_s.arg(files.join(u"<br>"_s));
}

} // namespace

QString moduleText(const ModuleInfo &module, const ModuleFacts &facts) {
    return section(
               MibText::tr("Organization"), module.organization.isEmpty() ? QString() : paragraphs(module.organization))
        + section(MibText::tr("Contact"), contactLines(facts.contact))
        + section(MibText::tr("Revisions"), revisions(facts)) + section(MibText::tr("Imports"), imports(facts))
        + section(MibText::tr("Other files that define it, not used"), rivals(facts));
}

} // namespace walkabout
