// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace walkabout {

class PacketTree;

/// A run of octets of a message.
struct OctetRange {
    qint32 offset = 0;
    qint32 length = 0;
    friend bool operator==(const OctetRange &, const OctetRange &) = default;
};

/// It breaks before its community was reached: any of its octets may be one.
[[nodiscard]] bool hidesAll(const PacketTree &tree);

/// Where the community stands in a v1 or v2c message. In one that breaks before it was reached: wherever it may stand.
[[nodiscard]] std::vector<OctetRange> secretRanges(const PacketTree &tree);

/// The message with every octet of its community written as '*', as long as it was.
[[nodiscard]] QByteArray withMaskedCommunity(const QByteArray &message);

} // namespace walkabout
