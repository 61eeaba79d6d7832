// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/value.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace walkabout {

/// How values stand in the text of a recording, whatever its format: numbers within their type's range, object
/// identifiers that a packet can carry, octets in hex, IPv4 addresses.
class RecordedText final {
    Q_DECLARE_TR_FUNCTIONS(RecordedText)

public:
    /// A whole number of an integer type; nullopt: no number, or outside the type's range. Base 16 takes an optional
    /// 0x.
    static std::optional<Value> number(Value::Type type, QByteArrayView text, int base = 10);
    /// At least two parts, the first 0 to 2 (X.690 8.19.4), with or without a leading dot.
    static std::optional<Oid> oid(QByteArrayView text);
    static std::optional<Value> ipAddress(QByteArrayView text);
    static QByteArray dotted(QByteArrayView octets);
    /// Whole octets of two hex digits, spaces allowed between them.
    static std::optional<QByteArray> hex(QByteArrayView text);
    /// Opaque octets that wrap a number as net-snmp does become that number; others stay as they are.
    static Value opaque(const QByteArray &octets);
    /// The octets of an Opaque value, numbers wrapped as net-snmp does.
    static QByteArray opaqueOctets(const Value &value);
    /// Printable ASCII, space included.
    static bool isPlain(QByteArrayView octets);

    static QString noOid();
    static QString badValue(const QString &type);
};

} // namespace walkabout
