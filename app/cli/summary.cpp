// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary.h"

#include "core/base/count.h"
#include "core/work/endline.h"

using namespace Qt::StringLiterals;

namespace walkabout {

void Summary::add(const Operation &operation) {
    const Figures &more = operation.figures();
    figures.varBinds += more.varBinds;
    figures.addMessages(more);
    figures.elapsed += more.elapsed;
    figures.roundTrip = more.roundTrip;
    ending = operation.ending().value_or(Ending::Cancelled);
}

QString Summary::text() const {
    // No tr(): scripts read it.
    const QString dropped = figures.dropped == 0 ? QString()
                                                 : counted(figures.dropped, u"%1 datagram dropped by this system, "_s,
                                                     u"%1 datagrams dropped by this system, "_s);
    return u"%1, %2, %3, %4%5 s, %6"_s.arg(counted(figures.varBinds, u"%1 varbind"_s, u"%1 varbinds"_s),
        counted(figures.requests, u"%1 request"_s, u"%1 requests"_s),
        counted(figures.retries, u"%1 retry"_s, u"%1 retries"_s), dropped,
        QString::number(double(figures.elapsed.count()) / 1e6, 'f', 2), endingName(ending));
}

QByteArray Summary::json() const { return endLine(endingName(ending), figures); }

} // namespace walkabout
