// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/htmltext.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace walkabout::htmltext {

QString link(const NodeRef &node, const QString &text) {
    const QString label = text.isEmpty() ? node.name() : text;
    return u"<a href='oid:%1'>%2</a>"_s.arg(node.oid().toString(), label.toHtmlEscaped());
}

QString linkNamed(const Library &library, const QString &name) {
    const QList<NodeRef> found = library.named(name);
    return found.isEmpty() ? name.toHtmlEscaped() : link(found.first(), name.section(u"::"_s, -1));
}

QString linkSource(const QString &file, int line, const QString &text) {
    if (file.isEmpty())
        return {};
    QUrl url;
    url.setScheme(u"source"_s);
    url.setPath(file);
    url.setFragment(QString::number(line));
    return u"<a href=\"%1\">%2</a>"_s.arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped(), text.toHtmlEscaped());
}

std::pair<QString, int> source(const QUrl &url) { return {url.path(QUrl::FullyDecoded), url.fragment().toInt()}; }

QString section(const QString &title, const QString &html) {
    return html.isEmpty() ? html : u"<h3>%1</h3>%2"_s.arg(title.toHtmlEscaped(), html);
}

QString table(const QStringList &head, const QList<QStringList> &rows) {
    if (rows.isEmpty())
        return {};
    QString html = u"<table class='grid' cellspacing='0' cellpadding='3'><tr>"_s;
    for (const QString &title : head)
        html += u"<th align='left'>%1</th>"_s.arg(title.toHtmlEscaped());
    html += u"</tr>"_s;
    for (const QStringList &row : rows)
        html += u"<tr><td>%1</td></tr>"_s.arg(row.join(u"</td><td>"_s));
    return html + u"</table>"_s;
}

void Facts::add(const QString &what, const QString &html) {
    if (!html.isEmpty())
        m_rows += u"<tr><td class='what'>%1</td><td>%2</td></tr>"_s.arg(what, html);
}

void Facts::addCode(const QString &what, const QString &text) {
    if (!text.isEmpty())
        add(what, u"<code>%1</code>"_s.arg(text.toHtmlEscaped()));
}

QString Facts::html() const { return m_rows.isEmpty() ? m_rows : u"<table class='facts'>%1</table>"_s.arg(m_rows); }

} // namespace walkabout::htmltext
