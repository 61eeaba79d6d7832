// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace walkabout {

/// Octets as snmpwalk prints them: in quotes with \" and \\ escaped, bare where a hint made the text, in hex, as BITS,
/// as an address.
class WalkString final {
public:
    /// nullopt: the quotes never close.
    static std::optional<QByteArray> read(QByteArrayView text);
    /// Whether quotes open here and do not close: the next line belongs to the string.
    static bool isOpen(QByteArrayView text);
    /// "00 1A 2B", lines of it, with the text that -OT prints beside.
    static std::optional<QByteArray> readHex(QByteArrayView text);
    /// "80 0 myBit(0)": octets of one or two digits, then the names of the bits.
    static std::optional<QByteArray> readBits(QByteArrayView text);
    /// "C0:0:2:1" of a network address.
    static std::optional<QByteArray> readNetworkAddress(QByteArrayView text);
    /// With its type: STRING in quotes, or Hex-STRING where quotes would not bring every octet back.
    static QByteArray write(const QByteArray &octets);
};

} // namespace walkabout
