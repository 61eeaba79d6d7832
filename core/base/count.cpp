// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/count.h"

#include <QLocale>

namespace walkabout {

QString grouped(qint64 number) {
    QLocale locale = QLocale::c();
    locale.setNumberOptions({});
    return locale.toString(number);
}

QString counted(qint64 number, const QString &one, const QString &many) {
    return (number == 1 ? one : many).arg(grouped(number));
}

} // namespace walkabout
