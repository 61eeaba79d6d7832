// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/localtime.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// The C locale's own form is nobody's.
QString dayFormat() {
    const QString format = QLocale().dateFormat(QLocale::ShortFormat);
    return format == QLocale::c().dateFormat(QLocale::ShortFormat) ? u"yyyy-MM-dd"_s : format;
}

// "M/d/yy" becomes "M/d", "dd.MM.yy" "dd.MM.", "yyyy-MM-dd" "MM-dd".
QString withoutYear(QString format) {
    static const QRegularExpression leading(u"^\\W*y+\\W*"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression trailing(
        u"(\\.?)[^\\w.]*y+\\W*$"_s, QRegularExpression::UseUnicodePropertiesOption);
    return format.remove(leading).replace(trailing, u"\\1"_s);
}

QDateTime inZone(UtcMicroseconds time) {
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000);
}

} // namespace

QString localDay(QDate day) { return QLocale().toString(day, dayFormat()); }

QString localDayOfYear(QDate day) { return QLocale().toString(day, withoutYear(dayFormat())); }

QString clockTime(UtcMicroseconds time) { return inZone(time).toString(u"HH:mm:ss.zzz"_s); }

QString localTime(UtcMicroseconds time) {
    const QDate day = inZone(time).date();
    return day == QDate::currentDate() ? clockTime(time) : localDay(day) + u' ' + clockTime(time);
}

QString shortLocalTime(UtcMicroseconds time) {
    const QDateTime local = inZone(time);
    QString clock = local.toString(u"HH:mm:ss"_s);
    const QDate today = QDate::currentDate();
    if (local.date() == today)
        return clock;
    return (local.date().year() == today.year() ? localDayOfYear(local.date()) : localDay(local.date())) + u' ' + clock;
}

} // namespace walkabout
