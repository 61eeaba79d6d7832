// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/message.h"
#include "core/snmp/packetfault.h"

#include <optional>

namespace walkabout {

class PacketTree;

/// What a row says of a message; what is not there or is encrypted is left out. A value without secrets.
struct PacketHead {
    std::optional<Version> version; // nullopt: none that we speak
    std::optional<Pdu> pdu;
    std::optional<qint32> requestId;
    std::optional<qint32> messageId; // v3
    std::optional<qint32> errorStatus; // of a response or report
    std::optional<qint32> errorIndex;
    int varBinds = 0;
    bool isEncrypted = false; // and nobody said what it holds
    QByteArray user; // v3
    QByteArray engineId; // v3
    std::optional<PacketFault> fault;

    static PacketHead of(const PacketTree &tree);
    /// By which an answer is known: the message id in v3, else the request id.
    [[nodiscard]] std::optional<qint32> id() const { return version == Version::V3 ? messageId : requestId; }
    /// "get", "response" ...; empty: it has none that can be seen.
    [[nodiscard]] QString pduName() const;

    friend bool operator==(const PacketHead &, const PacketHead &) = default;
};

} // namespace walkabout
