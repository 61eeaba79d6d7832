// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/failure.h"
#include "core/snmp/message.h"

#include <optional>

namespace walkabout {

/// What a session sent, met or gave up, or what a listener was told: a value without secrets, for whoever watches.
struct Event {
    enum class Kind { Get, GetNext, GetBulk, Set, Response, Report, Timeout, Trap, Trap2, Inform };

    Kind kind = Kind::Get;
    UtcMicroseconds time;
    quint64 source = 0; // number() of the session; 0: a listener
    QString peer; // who is asked, or who sent
    qint32 requestId = 0; // 0: a Report to no request of ours
    int attempt = 1; // of a request: 2 is the first resend; of a Timeout: all that were made
    qsizetype varBinds = 0;
    int errorStatus = 0; // of a Response
    int errorIndex = 0; // of a Response, 1-based
    std::chrono::microseconds roundTrip{0}; // of a Response whose try is known
    std::optional<Failure> failure; // what a Report or a Timeout means

    /// "get", "getnext", "getbulk", "set", "response", "report", "timeout", "trap", "trap2", "inform".
    [[nodiscard]] QString name() const;
    /// One line for the log, untranslated: "response from 192.0.2.1, id 17, 3 varbinds, 1.2 ms".
    [[nodiscard]] QString line() const;
    /// nullopt: no PDU that is told of by itself (a Response of a listener).
    [[nodiscard]] static std::optional<Kind> kindOf(Pdu pdu);

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace walkabout

Q_DECLARE_METATYPE(walkabout::Event)
