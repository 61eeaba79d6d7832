// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packethead.h"
#include "core/snmp/traffic.h"

#include <QUuid>

namespace walkabout {

/// One message that went out or came in, as it was on the wire, with what its row says. A value.
struct Packet {
    qint64 number = 0; // counted from 1
    QUuid device;
    QString label; // of the device, as it was called then
    Traffic traffic;
    PacketHead head; // nothing decrypted
    qint64 partner = 0; // the number of the question that it answers, or of its latest answer
    std::optional<std::chrono::microseconds> roundTrip; // of an answer
    int tries = 0; // of a question: how often this id went out so far
};

} // namespace walkabout
