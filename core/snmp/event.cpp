// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/event.h"

using namespace Qt::StringLiterals;

namespace walkabout {

std::optional<Event::Kind> Event::kindOf(Pdu pdu) {
    switch (pdu) {
    case Pdu::Get: return Kind::Get;
    case Pdu::GetNext: return Kind::GetNext;
    case Pdu::GetBulk: return Kind::GetBulk;
    case Pdu::Set: return Kind::Set;
    case Pdu::Response: return Kind::Response;
    case Pdu::Report: return Kind::Report;
    case Pdu::TrapV1: return Kind::Trap;
    case Pdu::TrapV2: return Kind::Trap2;
    case Pdu::Inform: return Kind::Inform;
    }
    return {};
}

QString Event::name() const {
    switch (kind) {
    case Kind::Get: return u"get"_s;
    case Kind::GetNext: return u"getnext"_s;
    case Kind::GetBulk: return u"getbulk"_s;
    case Kind::Set: return u"set"_s;
    case Kind::Response: return u"response"_s;
    case Kind::Report: return u"report"_s;
    case Kind::Timeout: return u"timeout"_s;
    case Kind::Trap: return u"trap"_s;
    case Kind::Trap2: return u"trap2"_s;
    case Kind::Inform: return u"inform"_s;
    }
    return {};
}

QString Event::line() const {
    const bool isOurs = kind <= Kind::Set || kind == Kind::Timeout;
    QString line
        = u"%1 %2 %3, session %4, id %5"_s.arg(name(), isOurs ? u"to"_s : u"from"_s, peer).arg(source).arg(requestId);
    if (kind == Kind::Timeout)
        line += u", %1 tries"_s.arg(attempt);
    else if (attempt > 1)
        line += u", try %1"_s.arg(attempt);
    if (kind != Kind::Timeout)
        line += u", %1 varbinds"_s.arg(varBinds);
    if (errorStatus != 0)
        line += u", %1 at %2"_s.arg(errorStatusName(errorStatus)).arg(errorIndex);
    if (roundTrip.count() > 0)
        line += u", %1 ms"_s.arg(double(roundTrip.count()) / 1000, 0, 'f', 1);
    if (failure)
        line += u": "_s + failure->logText();
    return line;
}

} // namespace walkabout
