// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHostAddress>

namespace walkabout {

/// Where an agent or a trap receiver listens: "ADDR:PORT", "[::1]:PORT", ":PORT" or "PORT", with "udp:" or "udp6:"
/// before it or not. A literal, never a name.
struct ListenAddress {
    QHostAddress address;
    quint16 port = 0;

    static Result<ListenAddress> parse(const QString &text, const QHostAddress &defaultAddress);
    /// "udp:127.0.0.1:1161", "udp6:[::1]:1161": what scripts wait for.
    [[nodiscard]] QString toString() const;
};

} // namespace walkabout
