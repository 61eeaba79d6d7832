// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packetnode.h"

#include <QCoreApplication>
#include <QString>

namespace walkabout {

/// Why octets are no SNMP message, and at which of them. A value; the sentence is made where it is shown.
struct PacketFault {
    Q_DECLARE_TR_FUNCTIONS(PacketFault)

public:
    enum class Kind : quint8 {
        EndsInHead, // of an element
        BadLength, // an indefinite one, or one of over four octets
        OverEnd, // number: the length, other: by how much it goes over
        WrongTag, // number: the tag that stands there, other: the one expected
        Missing,
        Extra, // octets at the end of the element; number: how many
        BadInteger, // number: its octets
        OutOfRange, // number: its value
        BadOid,
        UnknownVersion, // number
        UnknownPdu, // number: its tag
        UnknownType, // number: its tag
        TooMany, // elements to look at; number: how many were
    };

    Kind kind = Kind::EndsInHead;
    PacketField field = PacketField::Element; // of the element at fault
    bool isPlain = false; // the offset counts in what was decrypted
    qint32 offset = 0;
    qint64 number = 0;
    qint64 other = 0;

    /// "the length of value, 300, goes 12 octets over the end".
    [[nodiscard]] QString text() const;
    friend bool operator==(const PacketFault &, const PacketFault &) = default;
};

} // namespace walkabout
