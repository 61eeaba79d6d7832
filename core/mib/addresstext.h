// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace walkabout::addresstext {

/// InetAddressType (RFC 4001 section 3).
enum Kind : qint64 { Unknown = 0, IPv4 = 1, IPv6 = 2, IPv4z = 3, IPv6z = 4, Dns = 16 };

/// An InetAddress of this kind: "10.0.0.1", "fe80::1%3", a host name; Unknown goes by the length. nullopt: the octets
/// do not fit.
[[nodiscard]] std::optional<QString> format(QByteArrayView octets, qint64 kind);
/// Back again; Unknown goes by the look of the text.
[[nodiscard]] std::optional<QByteArray> parse(QStringView text, qint64 kind);

} // namespace walkabout::addresstext
