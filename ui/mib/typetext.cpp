// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/typetext.h"

#include "ui/mib/mibtext.h"
#include "ui/mib/paragraphs.h"

using namespace Qt::StringLiterals;

namespace walkabout::typetext {

namespace {

QString bound(qint64 number, bool isUnsigned) {
    return isUnsigned ? QString::number(quint64(number)) : QString::number(number);
}

QString convention(const TypeInfo &type) {
    QString html = u"<h4>%1</h4>"_s.arg(type.qualifiedName.toHtmlEscaped());
    QStringList facts;
    if (!type.displayHint.isEmpty())
        facts << MibText::tr("display hint %1").arg(u"<code>%1</code>"_s.arg(type.displayHint.toHtmlEscaped()));
    if (type.status != Status::None && type.status != Status::Current)
        facts << statusName(type.status);
    if (!type.file.isEmpty())
        facts << u"<span class='dim'>%1:%2</span>"_s.arg(type.file.toHtmlEscaped()).arg(type.line);
    if (!facts.isEmpty())
        html += u"<p>%1</p>"_s.arg(facts.join(u" · "_s));
    html += paragraphs(type.description);
    if (!type.reference.isEmpty())
        html += u"<p class='dim'>%1</p>"_s.arg(type.reference.simplified().toHtmlEscaped());
    return html;
}

} // namespace

QString ranges(const QList<Range> &ranges) {
    QStringList parts;
    for (const Range &range : ranges) {
        const QString low = bound(range.low, range.isUnsigned);
        parts << (range.low == range.high ? low : u"%1..%2"_s.arg(low, bound(range.high, range.isUnsigned)));
    }
    return parts.join(u" | "_s);
}

QString labels(const TypeInfo &type) {
    if (type.enums.isEmpty())
        return {};
    QString html = u"<h3>%1</h3><table class='labels'>"_s.arg(
        type.base == BaseType::Bits ? MibText::tr("Bits") : MibText::tr("Values"));
    for (const EnumItem &item : type.enums)
        html += u"<tr><td align='right'><code>%1</code></td><td>%2</td></tr>"_s.arg(item.number)
                    .arg(item.label.toHtmlEscaped());
    return html + u"</table>"_s;
}

QString conventions(const Library &library, const TypeInfo &type) {
    QStringList names = type.chain;
    if (!type.qualifiedName.isEmpty() && !names.contains(type.qualifiedName))
        names.prepend(type.qualifiedName);
    QString html;
    for (const QString &name : names) {
        if (const TypeInfo *found = library.type(name))
            html += convention(*found);
    }
    return html.isEmpty() ? html : u"<h3>%1</h3>"_s.arg(MibText::tr("Type")) + html;
}

} // namespace walkabout::typetext
