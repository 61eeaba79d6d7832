// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packetfault.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace walkabout {

/// A message as the elements that it is made of, read by our own BER reader from octets that may be anything: up to
/// where they break, and as plain elements behind that. A value; it shares the octets.
class PacketTree final {
public:
    /// plain: the scoped PDU of an encrypted message, in clear; empty where nobody can tell.
    explicit PacketTree(QByteArray message = {}, QByteArray plain = {});

    /// A parent stands before its children.
    [[nodiscard]] const std::vector<PacketNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const std::optional<PacketFault> &fault() const { return m_fault; }
    [[nodiscard]] const QByteArray &message() const { return m_message; }
    [[nodiscard]] const QByteArray &plain() const { return m_plain; }

    /// The first of these; nullptr: there is none.
    [[nodiscard]] const PacketNode *find(PacketField field) const;
    [[nodiscard]] QByteArrayView contents(const PacketNode &node) const;
    /// Of an INTEGER, or any type with that form; nullopt: of another length than 1 to 8 (9 with a leading zero).
    [[nodiscard]] std::optional<qint64> integer(const PacketNode &node) const;
    [[nodiscard]] std::optional<qint64> integer(PacketField field) const;

private:
    friend class PacketReader;

    QByteArray m_message;
    QByteArray m_plain;
    std::vector<PacketNode> m_nodes;
    std::optional<PacketFault> m_fault;
};

} // namespace walkabout
