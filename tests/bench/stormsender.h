// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace walkabout::bench {

/// Sends ready-made notifications to a port of loopback, from a process of its own: at a rate, or, of informs, with so
/// many outstanding. A socket and two loops, so that the sender costs little.
class StormSender final {
public:
    StormSender(QList<QByteArray> messages, quint16 port);
    ~StormSender();
    StormSender(const StormSender &) = delete;
    StormSender &operator=(const StormSender &) = delete;

    /// How many went out.
    qint64 atRate(int rate, int seconds);
    /// Informs, at most so many a second (0: as many as are acknowledged): each message carries its request id in the
    /// four octets at idAt. How many were acknowledged.
    qint64 acknowledged(int outstanding, int rate, int seconds, qsizetype idAt);

private:
    QList<QByteArray> m_messages;
    int m_socket = -1;
};

} // namespace walkabout::bench
