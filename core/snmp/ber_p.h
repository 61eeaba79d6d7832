// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace walkabout {

/// Reads BER (X.690, as RFC 3417 8 narrows it: definite lengths) from bytes that may be anything. A view: the bytes
/// outlive it. Once a read fails, nothing more is read.
class Ber final {
public:
    enum Tag : quint8 { Integer = 0x02, OctetString = 0x04, Sequence = 0x30 };

    explicit Ber(QByteArrayView bytes)
        : m_rest(bytes) {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] std::optional<quint8> tag() const;
    /// The contents of the next element where it has this tag.
    std::optional<QByteArrayView> contents(quint8 tag);
    std::optional<Ber> enter(quint8 tag);
    /// At most 8 octets, signed.
    std::optional<qint64> integer();
    /// In 0 .. limit.
    std::optional<quint32> integerUpTo(quint32 limit);

private:
    QByteArrayView m_rest;
};

} // namespace walkabout
