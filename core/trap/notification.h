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
    QByteArray contextName; // v3
    SecurityLevel level = SecurityLevel::NoAuthNoPriv; // v3
    qint32 requestId = 0; // 0 of a v1 trap
    quint32 uptime = 0; // hundredths of a second
    std::optional<TrapHeadV1> original; // of a v1 trap
    VarBinds varBinds; // without sysUpTime and snmpTrapOID
    QByteArray bytes; // as received
    QByteArray clear; // where those are encrypted: what stands in them, for readPlainMessage()
    std::optional<Failure> failure; // could not be decoded: the reason; only time, peer and bytes stand

    static Notification from(const Arrival &arrival);

    /// Where it says that it comes from (a v1 trap's agent-addr, snmpTrapAddress.0; RFC 3584 3.1): a null address where
    /// it says nothing, or what its sender's address says too.
    [[nodiscard]] QHostAddress origin() const;
    /// snmpTrapCommunity.0: its value is shown nowhere but in the journal's file and in JSON.
    [[nodiscard]] static bool isCommunity(const Oid &oid);
    /// What the mapping from v1 appends (RFC 3584 3.1): a v1 trap's head has it.
    [[nodiscard]] static bool isMapping(const Oid &oid);
    /// The sender's address, an IPv4 one as such.
    [[nodiscard]] QHostAddress source() const;
    /// The first varbind that is the notification's own; empty: none. With source and oid it tells what it is about.
    [[nodiscard]] Oid subject() const;
};

} // namespace walkabout
