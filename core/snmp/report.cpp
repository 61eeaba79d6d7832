// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/report_p.h"

#include "core/snmp/usmrefusal.h"

namespace walkabout {

namespace {

const Oid usmStats{1, 3, 6, 1, 6, 3, 15, 1, 1};
const Oid mpdStats{1, 3, 6, 1, 6, 3, 11, 2, 1};
const Oid targetStats{1, 3, 6, 1, 6, 3, 12, 1};

} // namespace

Failure reportFailure(const Message &report, const MessageV3 &question) {
    const Oid counter = report.varBinds.isEmpty() ? Oid() : report.varBinds.first().oid;
    const QString user = QString::fromUtf8(question.user);
    if (counter.startsWith(usmStats) && counter.size() > usmStats.size()) {
        const auto number = counter[usmStats.size()];
        if (number >= 1 && number <= usmRefusals.size())
            return Failure(usmRefusals[number - 1], {user});
    }
    if (counter.startsWith(targetStats) && counter.size() > targetStats.size()) {
        const auto number = counter[targetStats.size()];
        if (number == 4 || number == 5) // snmpUnavailableContexts, snmpUnknownContexts
            return Failure(Failure::Kind::UnknownContext, {QString::fromUtf8(question.contextName)});
    }
    if (counter.startsWith(mpdStats) && counter.size() > mpdStats.size()
        && counter[mpdStats.size()] == 1) // unknown security models
        return Failure(Failure::Kind::UnsupportedLevel, {user});
    return Failure(Failure::Kind::UnknownReport, {counter.toString()});
}

} // namespace walkabout
