// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/exporttext.h"

#include "core/mib/convention.h"
#include "core/work/namedobject.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace walkabout::exporttext {

QString time(UtcMicroseconds time) {
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(since.count());
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString value(const Describe &describe, const VarBind &varBind) {
    QString text = describe.value(varBind);
    const bool isDate = varBind.value.type() == Value::Type::OctetString && describe.object(varBind.oid).isDate();
    if (!isDate)
        return text;
    // Eight octets know no offset, and neither has what they are written as.
    return isoDate(varBind.value.octets().size() == 8 ? text.section(u' ', 0, 1) : text);
}

QString isoDate(const QString &text) {
    static const QRegularExpression shape(
        u"^(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(?: ([+-]\\d\\d:\\d\\d))?$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    return match.hasMatch() ? match.captured(1) + u'T' + match.captured(2) + match.captured(3) : text;
}

} // namespace walkabout::exporttext
