// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/streamport_p.h"

#include "core/base/log.h"
#include "core/snmp/framing.h"

#include <QPointer>
#include <QTcpSocket>

namespace walkabout {

namespace {

constexpr qsizetype MostUnread = 4 * StreamPort::LargestMessage; // of answers that a peer does not fetch
constexpr qsizetype Chunk = 65'536;

} // namespace

/// One peer's stream.
struct StreamPort::Connection {
    /// The server made the socket and the event loop may hold events for it, so it goes by deleteLater.
    struct Later {
        void operator()(QTcpSocket *going) const {
            going->disconnect();
            going->abort();
            going->deleteLater();
        }
    };

    std::unique_ptr<QTcpSocket, Later> socket;
    QByteArray rest; // the beginning of a message whose end is on its way
    bool reading = false;
};

StreamPort::StreamPort(QObject *parent)
    : QObject(parent) {
    connect(&m_server, &QTcpServer::newConnection, this, &StreamPort::accept);
}

StreamPort::~StreamPort() = default;

std::optional<Failure> StreamPort::bind(const QHostAddress &address, quint16 port) {
    if (!m_server.listen(address, port))
        return Failure(Failure::Kind::Network,
            {QStringLiteral("%1 TCP %2").arg(address.toString()).arg(port), m_server.errorString()});
    return {};
}

void StreamPort::accept() {
    while (QTcpSocket *accepted = m_server.nextPendingConnection()) {
        auto connection = std::make_unique<Connection>();
        connection->socket.reset(accepted);
        accepted->setParent(nullptr);
        if (m_connections.size() >= MostConnections) {
            qCWarning(lcSnmp) << "a connection is refused: there are" << m_connections.size();
            continue;
        }
        accepted->setReadBufferSize(Chunk);
        const quint64 id = ++m_latest;
        connect(accepted, &QTcpSocket::readyRead, this, [this, id] { read(id); });
        connect(accepted, &QTcpSocket::disconnected, this, [this, id] { drop(id); });
        m_connections.emplace(id, std::move(connection));
        if (accepted->bytesAvailable() > 0)
            QMetaObject::invokeMethod(
                this, [this, id] { read(id); }, Qt::QueuedConnection);
    }
}

void StreamPort::read(quint64 id) {
    const QPointer<StreamPort> alive(this);
    const auto find = [&] {
        const auto found = m_connections.find(id);
        return found == m_connections.end() ? nullptr : found->second.get();
    };
    Connection *connection = find();
    if (!connection || connection->reading)
        return;
    connection->reading = true;
    const QHostAddress address = connection->socket->peerAddress();
    const quint16 port = connection->socket->peerPort();
    connection->rest += connection->socket->readAll();
    QByteArray stream = std::exchange(connection->rest, {});
    qsizetype at = 0;
    while (connection && at < stream.size()) {
        const auto size = framing::messageSize(QByteArrayView(stream).sliced(at));
        const qsizetype *length = std::get_if<qsizetype>(&size);
        if (std::holds_alternative<framing::NotAMessage>(size) || (length && *length > LargestMessage)) {
            qCWarning(lcSnmp) << "a connection is closed:"
                              << (length ? "its message has over 1 MiB" : "what it sends is no SNMP") << address
                              << port;
            return drop(id);
        }
        if (!length || *length > stream.size() - at)
            break;
        const QByteArray message = stream.mid(at, *length);
        at += *length;
        emit received(message, address, port, id);
        if (!alive)
            return;
        connection = find();
    }
    if (!connection)
        return;
    connection->rest = stream.mid(at);
    connection->reading = false;
}

void StreamPort::drop(quint64 id) { m_connections.erase(id); }

void StreamPort::send(const QByteArray &bytes, quint64 connection) {
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return;
    QTcpSocket &socket = *found->second->socket;
    if (socket.bytesToWrite() > MostUnread) {
        qCWarning(lcSnmp) << "a connection is closed: it does not fetch its answers" << socket.peerAddress()
                          << socket.peerPort();
        return drop(connection);
    }
    socket.write(bytes);
}

} // namespace walkabout
