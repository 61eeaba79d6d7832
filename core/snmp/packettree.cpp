// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packettree.h"

#include "core/snmp/packetreader_p.h"
#include "core/snmp/packetvalue.h"

#include <algorithm>

namespace walkabout {

PacketTree::PacketTree(QByteArray message, QByteArray plain)
    : m_message(std::move(message))
    , m_plain(std::move(plain)) {
    PacketReader(*this).read();
}

const PacketNode *PacketTree::find(PacketField field) const {
    const auto found = std::ranges::find(m_nodes, field, &PacketNode::field);
    return found == m_nodes.end() ? nullptr : &*found;
}

QByteArrayView PacketTree::contents(const PacketNode &node) const {
    return QByteArrayView(node.isPlain ? m_plain : m_message).sliced(node.contentsOffset(), node.length);
}

std::optional<qint64> PacketTree::integer(const PacketNode &node) const { return berInteger(contents(node)); }

std::optional<qint64> PacketTree::integer(PacketField field) const {
    const PacketNode *node = find(field);
    return node ? integer(*node) : std::nullopt;
}

} // namespace walkabout
