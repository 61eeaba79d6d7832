// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUdpSocket>

namespace walkabout::test {

/// A port of loopback that nobody has right now.
[[nodiscard]] inline quint16 freePort() {
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost, 0);
    return socket.localPort();
}

} // namespace walkabout::test
