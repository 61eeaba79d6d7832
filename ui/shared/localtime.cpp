// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/localtime.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace walkabout {

QString localTime(UtcMicroseconds time) {
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000);
    return local.toString(local.date() == QDate::currentDate() ? u"HH:mm:ss.zzz"_s : u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString shortLocalTime(UtcMicroseconds time) {
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000);
    const QDate today = QDate::currentDate();
    if (local.date() == today)
        return local.toString(u"HH:mm:ss"_s);
    return local.toString(local.date().year() == today.year() ? u"MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace walkabout
