// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace walkabout {

/// What an element of a message stands for (RFC 1157 4, RFC 3412 6, RFC 3414 2.4, RFC 3416 3).
enum class PacketField : quint8 {
    Element, // of no known place
    Remains, // octets that are no whole element
    Trailing, // octets behind the message, or the padding of what was decrypted
    Message,
    Version,
    Community,
    Header,
    MessageId,
    MaxSize,
    Flags,
    SecurityModel,
    SecurityParameters,
    UsmParameters,
    EngineId,
    EngineBoots,
    EngineTime,
    User,
    AuthParameters,
    PrivParameters,
    EncryptedPdu,
    ScopedPdu,
    ContextEngineId,
    ContextName,
    Pdu,
    RequestId,
    ErrorStatus,
    ErrorIndex,
    NonRepeaters,
    MaxRepetitions,
    Enterprise,
    AgentAddress,
    GenericTrap,
    SpecificTrap,
    Timestamp,
    VarBindList,
    VarBind,
    Name,
    Value,
};

/// As the RFCs' ASN.1 calls it: "request-id", "msgFlags" ...
[[nodiscard]] QLatin1StringView packetFieldName(PacketField field);

/// One element of a message, as it lies in the octets: all that is there of it, where its length says more.
struct PacketNode {
    PacketField field = PacketField::Element;
    quint8 tag = 0;
    bool isPlain = false; // it lies in what was decrypted, not in the message
    qint32 parent = -1; // the place of the parent's node
    qint32 offset = 0; // of the tag
    qint32 headSize = 0; // octets of tag and length
    qint32 length = 0; // octets of the contents

    [[nodiscard]] qint32 contentsOffset() const { return offset + headSize; }
    [[nodiscard]] qint32 size() const { return headSize + length; }
    friend bool operator==(const PacketNode &, const PacketNode &) = default;
};

} // namespace walkabout
