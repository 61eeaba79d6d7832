// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recording.h"

#include <QCoreApplication>

namespace walkabout {

/// A value as snmpwalk prints it behind the " = ": "INTEGER: up(1)", "Hex-STRING: 00 1A", "Timeticks: (12) 0:00:00.12"
/// ... Enumerations and units are dropped, hints on numbers undone, so that the value is the one on the wire.
class WalkValue final {
    Q_DECLARE_TR_FUNCTIONS(WalkValue)

public:
    /// The value; nullopt with a reason where there is none. The text may span lines.
    static std::optional<Value> read(QByteArrayView text, const Recording::Names &names, QString &reason);
    /// As snmpwalk -On prints it, but exact: octets that quotes cannot carry in hex, floats with all their digits.
    static QByteArray write(const Value &value);

    /// Whether a value begins here: a known type, a quote, a bare number, or one of the sentences that stand for none.
    static bool begins(QByteArrayView text);
    static bool opensString(QByteArrayView text);
    /// Whether quotes open here and do not close.
    static bool isOpenString(QByteArrayView text);
    /// Whether the next line, which begins no varbind, belongs to the value that begins here.
    static bool continues(QByteArrayView text, QByteArrayView nextLine);
};

} // namespace walkabout
