// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/mib/library.h"
#include "core/snmp/varbind.h"

#include <QUuid>

namespace walkabout {

/// A change that was sent, and what became of it: a value, of one session of the program.
struct DoneChange {
    enum class Outcome {
        Made, // read back as it was wanted
        Taken, // the device said so, and it could not be read back
        Differs, // the device took it, and another value stands there
        NotMade, // it stands as before
        Refused, // by the device
        Unknown, // no answer, and it could not be read back
    };

    UtcMicroseconds time;
    QUuid device;
    QString deviceLabel;
    VarBind change;
    std::optional<Value> before; // an exception where there was no such instance
    std::optional<Value> after; // as read back
    Outcome outcome = Outcome::Unknown;
    std::optional<Failure> failure; // the device's, or why it was silent

    friend bool operator==(const DoneChange &, const DoneChange &) = default;
};

namespace donechange {

/// Whether what was read back is what this change leads to: a row that createAndGo makes is active, a destroyed one
/// gone (RFC 2579 RowStatus), TestAndIncr has counted on.
[[nodiscard]] bool isAsWanted(const Library &library, const VarBind &change, const Value &after);
/// The change that puts the value before in its place again; fails where there is none, and says why.
[[nodiscard]] Result<VarBind> undoing(const Library &library, const DoneChange &done);

} // namespace donechange
} // namespace walkabout
