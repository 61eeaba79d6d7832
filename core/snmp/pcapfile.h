// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/snmp/packet.h"

#include <optional>

namespace walkabout {

/// Messages as a capture file that tshark and tcpdump read: pcap with microseconds, packets that begin with IP
/// (LINKTYPE_RAW), the headers of IP, UDP and TCP made anew around the messages. Readers know SNMP by its port alone:
/// an agent at a port that is not SNMP's stands at port 161.
namespace pcap {

enum class Communities { Masked, Clear };

[[nodiscard]] QByteArray file(const std::vector<Packet> &packets, Communities communities = Communities::Masked);

/// A pure function, fit for the pool: writes the file, or says why not.
[[nodiscard]] std::optional<Failure> save(
    const QString &path, const std::vector<Packet> &packets, Communities communities = Communities::Masked);

} // namespace pcap

} // namespace walkabout
