// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/index.h"

namespace walkabout::index {

/// What a person reads of this index value; kind is that of the InetAddressType before it (addresstext::Kind, Unknown:
/// none).
[[nodiscard]] QString textOf(const IndexValue &value, qint64 addressKind);
/// The value that a person typed for an index of this type; nullopt: it is none.
[[nodiscard]] std::optional<std::variant<qint64, QByteArray, Oid>> valueOf(
    QStringView text, const TypeInfo &type, qint64 addressKind);

} // namespace walkabout::index
