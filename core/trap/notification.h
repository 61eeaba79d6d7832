// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/listener.h"

namespace walkabout {

/// One notification as it was received: a v1 trap is mapped to v2 by RFC 3584 section 3.1, its original kept. A value.
struct Notification {
    UtcMicroseconds time;
    Peer peer;
    Version version = Version::V2c;
    bool isInform = false;
    Oid oid; // snmpTrapOID
    QByteArray community; // v1, v2c
    QByteArray user; // v3
    QByteArray engineId; // v3
    quint32 uptime = 0; // hundredths of a second
    std::optional<TrapHeadV1> original; // of a v1 trap
    VarBinds varBinds; // without sysUpTime and snmpTrapOID
    QByteArray bytes;
    std::optional<Failure> failure; // could not be decoded: the reason; only time, peer and bytes stand

    static Notification from(const Arrival &arrival);
};

} // namespace walkabout
