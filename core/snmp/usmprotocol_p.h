// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/credential.h"

#include <net-snmp/net-snmp-config.h>

#include <net-snmp/net-snmp-includes.h>

#include <span>

namespace walkabout::usm {

/// The library's object identifiers and lengths of the USM protocols; empty and 0 for None.
[[nodiscard]] std::span<oid> authOid(AuthProtocol protocol);
[[nodiscard]] std::span<oid> privOid(PrivProtocol protocol);
[[nodiscard]] int privType(PrivProtocol protocol);
/// Octets of the localised key that the protocol works with (DES: key and pre-IV, RFC 3414 8.1.1.1).
[[nodiscard]] size_t authKeyLength(AuthProtocol protocol);
[[nodiscard]] size_t privKeyLength(PrivProtocol protocol);

} // namespace walkabout::usm
