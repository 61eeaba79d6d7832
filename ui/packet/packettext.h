// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packet.h"
#include "core/snmp/packettree.h"
#include "core/work/describe.h"

/// What a person reads of a message and of its elements.
namespace walkabout::packettext {

[[nodiscard]] QString direction(Traffic::Direction direction);
[[nodiscard]] QString roundTrip(std::chrono::microseconds time);
/// Of a message whose tree this is: what is wrong with it, what the agent complained of, or what it is about.
[[nodiscard]] QString content(const PacketTree &tree, const PacketHead &head, const Describe &describe);
/// "Malformed at octet 12: ..."; empty where it is whole.
[[nodiscard]] QString fault(const PacketTree &tree);

enum class Communities { Masked, Clear };
/// The value of an element; place: its node's in the tree.
[[nodiscard]] QString value(
    const PacketTree &tree, qint32 place, const Describe &describe, Communities communities = Communities::Masked);
/// "INTEGER (02), 4 octets at 0x1a".
[[nodiscard]] QString position(const PacketNode &node);

} // namespace walkabout::packettext
