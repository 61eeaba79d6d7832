// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/timetext.h"

#include <QRegularExpression>

#include <limits>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Day = 8'640'000;

QString two(quint32 number) { return QString::number(number).rightJustified(2, u'0'); }

} // namespace

QString TimeText::ticks(quint32 hundredths) {
    const quint32 seconds = hundredths % Day / 100;
    const QString clock = two(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
    return hundredths < Day ? clock : QString::number(hundredths / Day) + u"d "_s + clock;
}

QString TimeText::ticksWithDays(quint32 hundredths) {
    const quint32 days = hundredths / Day;
    const quint32 seconds = hundredths % Day / 100;
    QString text = u'(' + QString::number(hundredths) + u") "_s;
    if (days > 0)
        text += QString::number(days) + (days == 1 ? u" day, "_s : u" days, "_s);
    return text + QString::number(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60) + u'.'
        + two(hundredths % 100);
}

std::optional<quint32> TimeText::readTicks(QStringView text) {
    bool ok = false;
    if (const quint32 plain = text.toUInt(&ok); ok)
        return plain;
    static const QRegularExpression form(
        uR"(^(?:\(\d+\)\s+)?(?:(\d{1,3})\s*(?:d|days?),?\s*)?(\d{1,2}):(\d\d):(\d\d)(?:\.(\d{1,2}))?$)"_s);
    const auto match = form.match(text.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int i) { return match.captured(i).toULongLong(); };
    if (part(2) > 23 || part(3) > 59 || part(4) > 59)
        return std::nullopt;
    const quint64 fraction = match.captured(5).leftJustified(2, u'0').toULongLong();
    const quint64 all = part(1) * Day + (part(2) * 3600 + part(3) * 60 + part(4)) * 100 + fraction;
    return all <= std::numeric_limits<quint32>::max() ? std::optional(quint32(all)) : std::nullopt;
}

std::optional<QString> TimeText::date(QByteArrayView octets) {
    if (octets.size() != 8 && octets.size() != 11)
        return std::nullopt;
    const auto at = [octets](qsizetype i) { return quint32(quint8(octets[i])); };
    if (at(0) == 0 && at(1) == 0)
        return tr("not set");
    if (at(2) < 1 || at(2) > 12 || at(3) < 1 || at(3) > 31 || at(4) > 23 || at(5) > 59 || at(6) > 60 || at(7) > 9)
        return std::nullopt;
    QString text = QString::number(at(0) * 256 + at(1)).rightJustified(4, u'0') + u'-' + two(at(2)) + u'-' + two(at(3))
        + u' ' + two(at(4)) + u':' + two(at(5)) + u':' + two(at(6));
    if (at(7) > 0)
        text += u'.' + QString::number(at(7));
    if (octets.size() == 8)
        return text + u' ' + tr("device's local");
    if ((octets[8] != '+' && octets[8] != '-') || at(9) > 14 || at(10) > 59)
        return std::nullopt;
    return text + u' ' + QChar(at(8)) + two(at(9)) + u':' + two(at(10));
}

std::optional<QByteArray> TimeText::readDate(QStringView text) {
    static const QRegularExpression form(
        uR"(^(\d{4})-(\d\d?)-(\d\d?)[ T,](\d\d?):(\d\d?):(\d\d?)(?:\.(\d))?\s*(?:(Z)|,?([+-])(\d\d?):(\d\d?)|(.*))$)"_s);
    const auto match = form.match(text.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QString words = match.captured(12);
    if (!words.isEmpty() && words != tr("device's local"))
        return std::nullopt;
    const int year = match.captured(1).toInt();
    QByteArray octets(1, char(year >> 8));
    octets.append(char(year & 0xff));
    for (int i = 2; i <= 7; ++i)
        octets.append(char(match.captured(i).toInt()));
    if (!match.captured(8).isEmpty())
        octets.append("+\0\0", 3);
    else if (!match.captured(9).isEmpty())
        octets.append(match.captured(9).toLatin1())
            .append(char(match.captured(10).toInt()))
            .append(char(match.captured(11).toInt()));
    return date(octets) ? std::optional(octets) : std::nullopt;
}

} // namespace walkabout
