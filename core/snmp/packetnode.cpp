// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packetnode.h"

#include <iterator>

namespace walkabout {

namespace {

// In the order of PacketField.
constexpr const char *fieldNames[] = {"element", "octets", "trailing octets", "message", "version", "community",
    "msgGlobalData", "msgID", "msgMaxSize", "msgFlags", "msgSecurityModel", "msgSecurityParameters",
    "usmSecurityParameters", "msgAuthoritativeEngineID", "msgAuthoritativeEngineBoots", "msgAuthoritativeEngineTime",
    "msgUserName", "msgAuthenticationParameters", "msgPrivacyParameters", "encryptedPDU", "scopedPDU",
    "contextEngineID", "contextName", "data", "request-id", "error-status", "error-index", "non-repeaters",
    "max-repetitions", "enterprise", "agent-addr", "generic-trap", "specific-trap", "time-stamp", "variable-bindings",
    "VarBind", "name", "value"};
static_assert(std::size(fieldNames) == size_t(PacketField::Value) + 1);

} // namespace

QLatin1StringView packetFieldName(PacketField field) { return QLatin1StringView(fieldNames[size_t(field)]); }

} // namespace walkabout
