// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/message.h"

#include <optional>

namespace walkabout {

/// A message that is not encrypted, read by our own BER reader: a pure function, fit for any thread, for bytes that
/// were judged when they came (digests and clocks are not looked at again). nullopt: not even the head can be read, or
/// it is encrypted.
[[nodiscard]] std::optional<Message> readPlainMessage(QByteArrayView bytes);

} // namespace walkabout
