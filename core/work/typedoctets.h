// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/types.h"
#include "core/work/readvalue.h"

namespace walkabout::typedoctets {

/// An OCTET STRING as a person types it for its type: a date, an address, hex (0x..), by the hint, or the text itself;
/// SIZE held.
[[nodiscard]] ReadValue octets(QStringView text, const TypeInfo &type);
/// What SIZE wants instead of so many octets; nullopt: they fit.
[[nodiscard]] std::optional<QString> wantedSize(qsizetype size, const TypeInfo &type);
/// Labels or positions of BITS, separated by spaces or commas: "bridge(0) router"; or hex (0x..).
[[nodiscard]] ReadValue bits(QStringView text, const TypeInfo &type);
/// Hex with or without separators, for Opaque and NsapAddress.
[[nodiscard]] ReadValue hex(QStringView text, BaseType base);
/// Octets with these bits set, as many as the highest needs.
[[nodiscard]] QByteArray withBits(const QList<qint64> &positions, qint64 highest);

} // namespace walkabout::typedoctets
