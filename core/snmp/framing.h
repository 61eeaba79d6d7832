// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <variant>

namespace walkabout::framing {

/// More bytes are needed to tell.
struct Incomplete {};
/// Not the head of an SNMP message: nothing behind it in the stream can be trusted.
struct NotAMessage {};

/// How long the message is that a stream begins with, by its BER head: a SEQUENCE with a definite length (RFC
/// 3430 2.1).
[[nodiscard]] std::variant<qsizetype, Incomplete, NotAMessage> messageSize(QByteArrayView stream);

} // namespace walkabout::framing
