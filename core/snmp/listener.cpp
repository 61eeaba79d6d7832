// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/listener.h"

#include "core/base/log.h"
#include "core/snmp/authority_p.h"
#include "core/snmp/codec_p.h"
#include "core/snmp/datagramport_p.h"
#include "core/snmp/events.h"
#include "core/snmp/streamport_p.h"

#include <QFutureWatcher>
#include <QMetaMethod>
#include <QPointer>
#include <QtConcurrentRun>

namespace walkabout {

namespace {

constexpr qsizetype LargestDatagram = 65507; // UDP over IPv4
constexpr qsizetype MostWaiting = 1000; // SNMPv3 messages that came before the keys were made

} // namespace

class Listener::Private final {
public:
    Private(Listener &owner, Engine &with)
        : engine(with)
        , authority(with)
        , q(owner) {}

    void receive(const QByteArray &bytes, const Peer &peer);
    void send(const QByteArray &bytes, const Peer &peer);
    void keysMade();
    void observe(Traffic::Direction direction, const QByteArray &bytes, const Peer &peer);

    Engine &engine;
    Authority authority;
    std::unique_ptr<DatagramPort> datagrams;
    std::unique_ptr<StreamPort> streams;
    QFutureWatcher<QList<UserList::Entry>> deriving;
    bool isDeriving = false; // until keysMade(), which comes a little after the watcher's future has ended

private:
    struct Waiting {
        UtcMicroseconds time;
        Peer peer;
        QByteArray bytes;
    };
    void receiveV3(const Waiting &came);
    void tell(Arrival &&arrival);
    [[nodiscard]] QByteArray inClear(const Message &message);

    Listener &q;
    QList<Waiting> m_waiting;
};

void Listener::Private::tell(Arrival &&arrival) {
    const auto kind = arrival.message ? Event::kindOf(arrival.message->pdu) : std::nullopt;
    const bool isNotification = kind == Event::Kind::Trap || kind == Event::Kind::Trap2 || kind == Event::Kind::Inform;
    if (isNotification && engine.events().isWatched()) {
        Event event;
        event.kind = *kind;
        event.time = arrival.time;
        event.peer = arrival.peer.address.toString() + u':' + QString::number(arrival.peer.port);
        event.requestId = arrival.message->requestId;
        event.varBinds = arrival.message->varBinds.size();
        engine.events().record(std::move(event));
    }
    emit q.arrived(arrival);
}

void Listener::Private::receive(const QByteArray &bytes, const Peer &peer) {
    const UtcMicroseconds now = utcNow();
    observe(Traffic::Direction::In, bytes, peer);
    if (codec::snmpVersion(bytes) != Version::V3) {
        tell({now, peer, bytes, codec::decode(bytes, engine), {}});
    } else if (isDeriving) {
        if (m_waiting.size() < MostWaiting)
            m_waiting.append({now, peer, bytes});
    } else {
        receiveV3({now, peer, bytes});
    }
}

void Listener::Private::receiveV3(const Waiting &came) {
    Authority::Outcome outcome = authority.receive(came.bytes);
    if (!outcome.report.isEmpty())
        send(outcome.report, came.peer);
    if (!outcome.discovery) {
        QByteArray clear = outcome.message ? inClear(*outcome.message) : QByteArray();
        tell({came.time, came.peer, came.bytes, std::move(outcome.message), std::move(clear)});
    }
}

// Whoever keeps a notification keeps no keys: it must be readable when the user is long gone.
QByteArray Listener::Private::inClear(const Message &message) {
    if (message.v3.level != SecurityLevel::AuthPriv)
        return {};
    Message plain = message;
    plain.v3.level = SecurityLevel::NoAuthNoPriv;
    auto bytes = codec::encode(plain, engine);
    return bytes ? *std::move(bytes) : QByteArray();
}

void Listener::Private::keysMade() {
    isDeriving = false;
    authority.setUsers(deriving.result());
    const QPointer<Listener> alive(&q);
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &came : waiting) {
        receiveV3(came);
        if (!alive)
            return;
    }
}

void Listener::Private::observe(Traffic::Direction direction, const QByteArray &bytes, const Peer &peer) {
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Listener::traffic);
    if (!q.isSignalConnected(signal))
        return;
    bool isV4 = false; // perhaps mapped, on a socket of both families
    const quint32 v4 = peer.address.toIPv4Address(&isV4);
    const QHostAddress from = isV4 ? QHostAddress(v4) : peer.address;
    const Traffic seen{
        direction, utcNow(), bytes, {q.address(), q.port(), from, peer.port, peer.transport == Peer::Transport::Tcp}};
    QMetaObject::invokeMethod(
        &q, [this, seen] { emit q.traffic(seen); }, Qt::QueuedConnection);
}

void Listener::Private::send(const QByteArray &bytes, const Peer &peer) {
    observe(Traffic::Direction::Out, bytes, peer);
    if (peer.transport == Peer::Transport::Udp && datagrams)
        datagrams->send(bytes, peer.address, peer.port);
    else if (peer.transport == Peer::Transport::Tcp && streams)
        streams->send(bytes, peer.connection);
}

Listener::Listener(Engine &engine, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, engine)) {
    connect(&d->deriving, &QFutureWatcherBase::finished, this, [this] { d->keysMade(); });
}

Listener::~Listener() = default;

std::optional<Failure> Listener::listen(Peer::Transport transport, const QHostAddress &address, quint16 port) {
    close();
    if (transport == Peer::Transport::Udp) {
        auto made = std::make_unique<DatagramPort>();
        if (auto failure = made->bind(address, port))
            return failure;
        connect(made.get(), &DatagramPort::received, this,
            [this](const QByteArray &bytes, const QHostAddress &from, quint16 fromPort) {
                d->receive(bytes, {Peer::Transport::Udp, from, fromPort, 0});
            });
        d->datagrams = std::move(made);
        return {};
    }
    auto made = std::make_unique<StreamPort>();
    if (auto failure = made->bind(address, port))
        return failure;
    connect(made.get(), &StreamPort::received, this,
        [this](const QByteArray &bytes, const QHostAddress &from, quint16 fromPort, quint64 connection) {
            d->receive(bytes, {Peer::Transport::Tcp, from, fromPort, connection});
        });
    d->streams = std::move(made);
    return {};
}

void Listener::close() {
    d->datagrams.reset();
    d->streams.reset();
}

QHostAddress Listener::address() const {
    if (d->datagrams)
        return d->datagrams->address();
    return d->streams ? d->streams->address() : QHostAddress();
}

quint16 Listener::port() const {
    if (d->datagrams)
        return d->datagrams->port();
    return d->streams ? d->streams->port() : quint16(0);
}

quint64 Listener::dropped() const { return d->datagrams ? d->datagrams->dropped() : 0; }

qsizetype Listener::receiveBuffer() const { return d->datagrams ? d->datagrams->receiveBuffer() : 0; }

void Listener::setUsers(const QList<Credential> &users) {
    d->isDeriving = true;
    d->deriving.setFuture(QtConcurrent::run(&UserList::derive, users)); // milliseconds a user
}

std::optional<QByteArray> Listener::decrypted(QByteArrayView message) const { return d->authority.decrypted(message); }

void Listener::answer(const Arrival &to, const Message &response) {
    if (!to.message)
        return;
    const Message &question = *to.message;
    Message message = response;
    message.version = question.version;
    message.community = question.community;
    message.requestId = question.requestId;
    std::optional<UsmUser> user;
    if (message.version == Version::V3) {
        message.v3 = question.v3;
        message.v3.reportable = false;
        message.v3.engineId = d->engine.engineId();
        message.v3.engineBoots = d->engine.boots();
        message.v3.engineTime = d->engine.time();
        user = d->authority.userFor(question.v3);
        if (!user)
            return;
    }
    const auto encoded = [&] { return codec::encode(message, d->engine, user ? &*user : nullptr); };
    auto bytes = encoded();
    if (bytes && to.peer.transport == Peer::Transport::Udp && bytes->size() > LargestDatagram) {
        // RFC 3416 4.2.1: an answer that does not fit says so, with no varbinds (RFC 1157 4.1.2: with those of the
        // question).
        message.errorStatus = int(ErrorStatus::TooBig);
        message.errorIndex = 0;
        message.varBinds = message.version == Version::V1 ? question.varBinds : VarBinds();
        bytes = encoded();
    }
    if (bytes)
        d->send(*bytes, to.peer);
    else
        qCWarning(lcSnmp) << "an answer could not be made:" << bytes.failure().logText();
}

} // namespace walkabout
