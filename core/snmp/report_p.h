// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/snmp/message.h"

namespace walkabout {

/// What a Report says, by the OID of its counter (RFC 3414 5 usmStats, RFC 3412 5 snmpMPDStats, RFC 3413
/// snmpUnknownContexts). The question tells whom the sentence names.
[[nodiscard]] Failure reportFailure(const Message &report, const MessageV3 &question);

} // namespace walkabout
