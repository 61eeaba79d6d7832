// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/timescale.h"

#include "ui/shared/localtime.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout::timescale {

namespace {

constexpr std::array<std::chrono::minutes, 20> steps{1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h,
    2 * 24h, 4 * 24h, 7 * 24h, 14 * 24h, 28 * 24h, 56 * 24h, 182 * 24h, 364 * 24h};

QDateTime local(UtcMicroseconds time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000); }

QString clock(const QDateTime &time) { return time.toString(time.time().second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s); }

// Which of the two is meant is anyone's guess.
bool isThereTwice(const QDateTime &time, UtcMicroseconds at) {
    const auto isSame = [&](std::chrono::minutes apart) {
        const QDateTime other = local(at + apart);
        return other.date() == time.date() && other.time() == time.time();
    };
    return isSame(1h) || isSame(-1h) || isSame(30min) || isSame(-30min);
}

QString filterTime(UtcMicroseconds at) {
    const QDateTime time = local(at);
    const Qt::DateFormat whole = time.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs;
    if (isThereTwice(time, at))
        return time.toOffsetFromUtc(time.offsetFromUtc()).toString(whole);
    const bool isMinute = time.time().msec() == 0 && time.time().second() == 0;
    return isMinute ? time.toString(u"yyyy-MM-ddTHH:mm"_s) : time.toString(whole);
}

} // namespace

QList<Tick> ticks(UtcMicroseconds from, UtcMicroseconds to, std::chrono::microseconds apart) {
    const auto fits = std::ranges::find_if(steps, [&](std::chrono::minutes step) { return step >= apart; });
    const std::chrono::seconds step = fits == steps.end() ? steps.back() : *fits;
    const std::chrono::seconds offset(local(from).offsetFromUtc());
    const auto begin = std::chrono::ceil<std::chrono::seconds>(from.time_since_epoch()) + offset;
    QList<Tick> ticks;
    for (auto at = (begin + step - 1s) / step * step - offset; UtcMicroseconds(at) < to; at += step) {
        const QDateTime time = local(UtcMicroseconds(at));
        const bool isMidnight = time.time() == QTime(0, 0);
        QString text = isMidnight ? localDayOfYear(time.date()) : time.toString(u"HH:mm"_s);
        if (ticks.isEmpty() && !isMidnight && time.date() != QDate::currentDate())
            text.prepend(localDayOfYear(time.date()) + u' ');
        ticks.append({UtcMicroseconds(at), text});
    }
    return ticks;
}

QString stretch(UtcMicroseconds from, UtcMicroseconds to) {
    const QDateTime first = local(from);
    const QDateTime last = local(to);
    return QCoreApplication::translate("TimeStrip", "%1 to %2")
        .arg(localDay(first.date()) + u' ' + clock(first),
            (last.date() == first.date() ? QString() : localDay(last.date()) + u' ') + clock(last));
}

QString terms(UtcMicroseconds from, UtcMicroseconds to) {
    return u"after:%1 before:%2"_s.arg(filterTime(from), filterTime(to));
}

} // namespace walkabout::timescale
