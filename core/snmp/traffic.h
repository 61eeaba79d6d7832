// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/snmp/socket.h"

namespace walkabout {

/// Bytes that went out or came in, for the packets panel.
struct Traffic {
    enum class Direction { Out, In };
    Direction direction = Direction::Out;
    UtcMicroseconds time;
    QByteArray bytes;
    SocketPath path;
};

} // namespace walkabout
