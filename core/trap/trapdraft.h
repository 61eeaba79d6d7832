// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/trap/notification.h"

#include <QCoreApplication>

namespace walkabout {

/// A notification that is to be sent, in whatever version: a value, made from what a person typed or from one that was
/// received.
struct TrapDraft {
    Q_DECLARE_TR_FUNCTIONS(TrapDraft)

public:
    Oid oid; // snmpTrapOID
    bool isInform = false;
    std::optional<quint32> uptime; // hundredths of a second; nullopt: this system's
    QHostAddress agent; // of a v1 trap; null: the address that it leaves from
    std::optional<TrapHeadV1> head; // of one that was received in v1
    VarBinds varBinds; // without sysUpTime and snmpTrapOID

    /// What was typed: "linkDown", "IF-MIB::linkDown" or dotted, and its objects, "ifIndex.3=3" each.
    static Result<TrapDraft> parse(const Library &library, QStringView notification, const QStringList &assignments);
    /// One that was received, to be sent again: all that it carried but the community. Fails where it was not readable.
    static Result<TrapDraft> again(const Notification &received);

    /// With sysUpTime.0 and snmpTrapOID.0 in front (RFC 3416 4.2.6).
    [[nodiscard]] VarBinds varBindsV2() const;
    /// RFC 3584 3.2.
    [[nodiscard]] TrapHeadV1 headV1() const;
    /// Fails where there is a Counter64: v1 has none, and RFC 3584 3.2 sends no such trap.
    [[nodiscard]] Result<VarBinds> varBindsV1() const;
    /// Why it cannot be sent in this version; nullopt: it can.
    [[nodiscard]] std::optional<Failure> obstacle(Version version) const;
};

} // namespace walkabout
