// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"

#include <QByteArray>
#include <QHostAddress>
#include <QObject>

namespace walkabout {

/// Between which addresses messages travel; null addresses: through memory alone.
struct SocketPath {
    QHostAddress local;
    quint16 localPort = 0;
    QHostAddress peer;
    quint16 peerPort = 0;
    bool isStream = false;
};

/// One way to one peer that carries whole messages: connected UDP, framed TCP, or a pair in memory. Lives in the event
/// loop and never blocks. Its signals are for the session that owns it: they come with the socket's frames on the
/// stack.
class Socket : public QObject {
    Q_OBJECT

public:
    /// What became of a message. Again: it went out, and an earlier one had been refused. TooLarge: for a datagram.
    /// Failed: see failed().
    enum class Sent { Out, Again, TooLarge, Failed };

    ~Socket() override;

    /// Begins to connect: ends in opened() or failed(), perhaps before this returns.
    virtual void open() = 0;
    [[nodiscard]] virtual Sent send(QByteArrayView message) = 0;
    /// Reads what has arrived, for a few milliseconds at most; false: there may be more.
    virtual bool drain() = 0;
    /// Nothing is lost on the way, so nothing is sent again.
    [[nodiscard]] virtual bool isStream() const { return false; }
    /// Once it is open.
    [[nodiscard]] virtual SocketPath path() const { return {}; }

signals:
    void opened();
    /// Valid during the call.
    void received(QByteArrayView message);
    /// So many datagrams found no room in the receive buffer since the last one that was read. Said before the next.
    void overrun(qint64 datagrams);
    /// The network says that an earlier message found no one (ICMP); more may be sent.
    void refused(const walkabout::Failure &failure);
    /// The end of this socket.
    void failed(const walkabout::Failure &failure);

protected:
    explicit Socket(QObject *parent = nullptr);
};

} // namespace walkabout
