// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/value.h"

#include <QByteArrayView>

#include <optional>

namespace walkabout {

/// The number in the contents of an INTEGER: 1 to 8 octets, signed; 9 where the first is zero, as Counter64 has it
/// (then over 2^63-1 by its bits).
[[nodiscard]] std::optional<qint64> berInteger(QByteArrayView contents);

/// The contents of an OBJECT IDENTIFIER (X.690 8.19); nullopt: it ends within a part, a part is over 2^32-1, or there
/// are over 128.
[[nodiscard]] std::optional<Oid> berOid(QByteArrayView contents);

/// The value of a varbind by its tag and contents, without the library (RFC 2578 7.1, RFC 3416 3, Opaque numbers as
/// net-snmp wraps them); nullopt: no type of SNMP, or contents that do not fit it.
[[nodiscard]] std::optional<Value> berValue(quint8 tag, QByteArrayView contents);
/// Whether it is a type of SNMP at all.
[[nodiscard]] bool isValueTag(quint8 tag);

} // namespace walkabout
