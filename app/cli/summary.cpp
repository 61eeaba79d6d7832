// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace walkabout {

void Summary::add(const Operation &operation) {
    const Figures &more = operation.figures();
    figures.varBinds += more.varBinds;
    figures.requests += more.requests;
    figures.retries += more.retries;
    figures.elapsed += more.elapsed;
    figures.roundTrip = more.roundTrip;
    ending = operation.ending().value_or(Ending::Cancelled);
}

QString Summary::text() const {
    const QLocale english(QLocale::English, QLocale::UnitedStates); // the same whatever the locale: scripts read it
    const double seconds = double(figures.elapsed.count()) / 1e6;
    return u"%1 varbinds, %2 requests, %3 retries, %4 s, %5"_s.arg(english.toString(figures.varBinds),
        english.toString(figures.requests), english.toString(figures.retries), QString::number(seconds, 'f', 2),
        endingName(ending));
}

QByteArray Summary::json() const {
    return QByteArray("{\"end\":\"") + endingName(ending).toLatin1() + "\",\"varbinds\":"
        + QByteArray::number(figures.varBinds) + ",\"requests\":" + QByteArray::number(figures.requests)
        + ",\"retries\":" + QByteArray::number(figures.retries)
        + ",\"seconds\":" + QByteArray::number(double(figures.elapsed.count()) / 1e6, 'f', 6) + '}';
}

} // namespace walkabout
