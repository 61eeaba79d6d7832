// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/ending.h"

#include "core/base/count.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Ending)
};

QString word(Ending ending) {
    switch (ending) {
    case Ending::Whole: return Words::tr("whole");
    case Ending::Cancelled: return Words::tr("stopped");
    case Ending::Timeout: return Words::tr("timeout");
    case Ending::Refused: return Words::tr("refused");
    case Ending::AgentError: return Words::tr("error");
    case Ending::Malformed: return Words::tr("unreadable answer");
    case Ending::NotIncreasing: return Words::tr("not increasing");
    case Ending::Limit: return Words::tr("limit");
    case Ending::Authentication: return Words::tr("authentication");
    case Ending::Closed: return Words::tr("closed");
    }
    return {};
}

QString varBinds(qint64 number) { return counted(number, Words::tr("%1 varbind"), Words::tr("%1 varbinds")); }

} // namespace

QString endingText(const Operation &operation, const Describe &describe) {
    const Ending ending = operation.ending().value_or(Ending::Closed);
    const qint64 got = operation.figures().varBinds;
    if (ending == Ending::Whole)
        return got == 0 ? Words::tr("End: the device has nothing here.")
                        : Words::tr("End: %1, whole.").arg(varBinds(got));
    const QString why = operation.failure() ? operation.failure()->text() : QString();
    if (got == 0 || operation.lastOid().isEmpty())
        return why.isEmpty() ? Words::tr("Ended: %1.").arg(word(ending)) : why;
    const QString head
        = Words::tr("Ended early: %1 after %2.").arg(word(ending), describe.typedName(operation.lastOid()));
    return why.isEmpty() || ending == Ending::Cancelled ? head : head + u' ' + why;
}

QString figuresText(const Figures &figures) {
    const double seconds = std::chrono::duration<double>(figures.elapsed).count();
    const double trip = std::chrono::duration<double, std::milli>(figures.roundTrip).count();
    QString text
        = Words::tr("%1, %2, %3, %4 s, %5 ms round trip")
              .arg(varBinds(figures.varBinds),
                  counted(figures.requests, Words::tr("%1 request"), Words::tr("%1 requests")),
                  counted(figures.retries, Words::tr("%1 retry"), Words::tr("%1 retries")),
                  QString::number(seconds, 'f', seconds < 10 ? 2 : 1), QString::number(trip, 'f', trip < 10 ? 1 : 0));
    if (figures.dropped > 0)
        text += Words::tr(", %1").arg(counted(figures.dropped, Words::tr("%1 datagram dropped by this system"),
            Words::tr("%1 datagrams dropped by this system")));
    return text;
}

} // namespace walkabout
