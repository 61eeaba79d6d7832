// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/typetext.h"

#include "ui/mib/htmltext.h"
#include "ui/mib/mibtext.h"
#include "ui/mib/paragraphs.h"

using namespace Qt::StringLiterals;

namespace walkabout::typetext {

namespace {

QString bound(qint64 number, bool isUnsigned) {
    return isUnsigned ? QString::number(quint64(number)) : QString::number(number);
}

// From the type as named down to the last that has a name.
QStringList conventionNames(const TypeInfo &type) {
    QStringList names = type.chain;
    if (!type.qualifiedName.isEmpty() && !names.contains(type.qualifiedName))
        names.prepend(type.qualifiedName);
    return names;
}

QString convention(const TypeInfo &type) {
    QStringList facts;
    if (!type.displayHint.isEmpty())
        facts << MibText::tr("display hint %1").arg(u"<code>%1</code>"_s.arg(type.displayHint.toHtmlEscaped()));
    if (!type.ranges.isEmpty())
        facts << MibText::tr("range %1").arg(ranges(type.ranges));
    if (!type.sizes.isEmpty())
        facts << MibText::tr("size %1").arg(ranges(type.sizes));
    if (type.status != Status::None && type.status != Status::Current)
        facts << statusName(type.status);
    if (!type.file.isEmpty())
        facts << htmltext::linkSource(type.file, type.line, MibText::tr("Show source"));
    QString html = u"<h4><a name='%1'></a>%1</h4>"_s.arg(type.qualifiedName.toHtmlEscaped());
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

QString chain(const Library &library, const TypeInfo &type) {
    QStringList parts;
    for (const QString &name : conventionNames(type)) {
        const QString bare = name.section(u"::"_s, -1).toHtmlEscaped();
        parts << (library.type(name) ? u"<a href='#%1'>%2</a>"_s.arg(name.toHtmlEscaped(), bare) : bare);
    }
    if (parts.isEmpty())
        return {};
    parts << baseTypeName(type.base);
    return parts.join(u" → "_s);
}

QString labels(const TypeInfo &type) {
    const bool bits = type.base == BaseType::Bits;
    QList<QStringList> rows;
    for (const EnumItem &item : type.enums)
        rows.append({item.label.toHtmlEscaped(), u"<code>%1</code>"_s.arg(item.number)});
    return htmltext::section(bits ? MibText::tr("Bits") : MibText::tr("Values"),
        htmltext::table({MibText::tr("Label"), bits ? MibText::tr("Bit") : MibText::tr("Number")}, rows));
}

QString conventions(const Library &library, const TypeInfo &type) {
    QString html;
    for (const QString &name : conventionNames(type)) {
        if (const TypeInfo *found = library.type(name))
            html += convention(*found);
    }
    return htmltext::section(MibText::tr("Textual conventions"), html);
}

} // namespace walkabout::typetext
