// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packetmask.h"

#include "core/snmp/packettree.h"

#include <algorithm>

namespace walkabout {

bool hidesAll(const PacketTree &tree) {
    const bool isV3 = tree.integer(PacketField::Version) == 3 && tree.find(PacketField::Header);
    return !isV3 && !tree.find(PacketField::Community);
}

std::vector<OctetRange> secretRanges(const PacketTree &tree) {
    std::vector<OctetRange> ranges;
    if (const PacketNode *community = tree.find(PacketField::Community)) {
        ranges.push_back({community->contentsOffset(), community->length});
        return ranges;
    }
    if (!hidesAll(tree))
        return ranges;
    const auto &nodes = tree.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        const PacketNode &node = nodes[i];
        const bool isLeaf = i + 1 == nodes.size() || nodes[i + 1].parent != qint32(i);
        if (isLeaf && node.field != PacketField::Version)
            ranges.push_back({node.contentsOffset(), node.length});
    }
    return ranges;
}

QByteArray withMaskedCommunity(const QByteArray &message) {
    QByteArray masked = message;
    for (const OctetRange &range : secretRanges(PacketTree(message)))
        std::fill_n(masked.begin() + range.offset, range.length, '*');
    return masked;
}

} // namespace walkabout
