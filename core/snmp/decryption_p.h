// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/usmuser_p.h"

#include <QByteArrayView>

#include <optional>

namespace walkabout {

/// The scoped PDU of an encrypted v3 message in clear, by the localised privacy key of its user at its engine (DES: RFC
/// 3414 8.1.1, AES: RFC 3826 3.1); nullopt: it is not encrypted, or not with this key.
[[nodiscard]] std::optional<QByteArray> decryptedPdu(QByteArrayView message, const UsmUser &user);

} // namespace walkabout
