// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/receiver.h"

#include "core/base/log.h"
#include "core/trap/journal.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr auto DropsLook = 1000ms;
constexpr auto AnswerSlice = 4ms;
constexpr size_t MostEarly = 10'000; // messages, while the journal opens

} // namespace

Receiver::Receiver(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine) {
    qRegisterMetaType<TrapRecord>();
    qRegisterMetaType<QList<TrapRecord>>();
    m_drops.setInterval(DropsLook);
    connect(&m_drops, &QTimer::timeout, this, &Receiver::takeDrops);
}

// What came in this turn is kept.
Receiver::~Receiver() {
    if (m_journal && !m_records.isEmpty() && m_records.last().id > 0)
        m_journal->append(m_records);
}

void Receiver::setJournal(Journal *journal) {
    m_journal = journal;
    if (!journal)
        return;
    connect(journal, &Journal::committed, this, &Receiver::committed);
    connect(journal, &Journal::lost, this, &Receiver::lost);
    connect(journal, &Journal::opened, this, &Receiver::journalOpened);
}

void Receiver::setUsers(const QList<Credential> &users) {
    m_users = users;
    for (const Port &port : m_ports)
        port.listener->setUsers(users);
}

Result<quint16> Receiver::listen(const QHostAddress &address, quint16 port) {
    auto listener = std::make_unique<Listener>(m_engine);
    if (auto failure = listener->listen(Peer::Transport::Udp, address, port))
        return *failure;
    if (!m_users.isEmpty())
        listener->setUsers(m_users);
    connect(listener.get(), &Listener::arrived, this,
        [this, from = listener.get()](const Arrival &arrival) { take(*from, arrival); });
    connect(listener.get(), &Listener::traffic, this, &Receiver::traffic);
    const quint16 bound = listener->port();
    m_ports.push_back({std::move(listener)});
    m_drops.start();
    return bound;
}

void Receiver::close() {
    takeDrops();
    m_drops.stop();
    m_ports.clear();
}

qsizetype Receiver::receiveBuffer() const {
    qsizetype least = 0;
    for (const Port &port : m_ports) {
        const qsizetype size = port.listener->receiveBuffer();
        least = least == 0 ? size : std::min(least, size);
    }
    return least;
}

std::optional<QByteArray> Receiver::decrypted(QByteArrayView message) const {
    return m_ports.empty() ? std::nullopt : m_ports.front().listener->decrypted(message); // the users are theirs all
}

void Receiver::take(Listener &listener, const Arrival &arrival) {
    if (m_journal && m_journal->state().kind == JournalState::Kind::Opening) {
        if (m_early.size() < MostEarly)
            m_early.push_back({&listener, arrival});
        return;
    }
    TrapRecord record;
    record.notification = Notification::from(arrival);
    const bool isKept = m_journal && m_journal->isWritten();
    if (record.notification.isInform && !record.notification.failure) {
        const quint32 row = isKept ? m_journal->number() : 0;
        const auto known = m_informs.remember(record.notification, row, Monotonic::now());
        const quint32 standsAs = known.value_or(row);
        if (standsAs > m_committed)
            m_waiting.insert({standsAs, {&listener, arrival}});
        else
            m_replies.push_back({&listener, arrival});
        if (known)
            return flushSoon();
        record.id = row;
    } else if (isKept) {
        record.id = m_journal->number();
    }
    add(std::move(record));
}

void Receiver::add(TrapRecord &&record) {
    const auto rule = m_rules.apply(record);
    if (rule && m_rules.rules()[*rule].alert)
        m_alerts.append({m_rules.rules()[*rule], record});
    m_records.append(std::move(record));
    flushSoon();
}

void Receiver::takeDrops() {
    for (Port &port : m_ports) {
        const quint64 dropped = port.listener->dropped();
        if (dropped == port.dropped)
            continue;
        TrapRecord record = TrapRecord::ofLoss(utcNow(), port.listener->address(), dropped - port.dropped,
            u"the receive buffer of port %1 was full"_s.arg(port.listener->port()));
        port.dropped = dropped;
        if (m_journal && m_journal->isWritten())
            record.id = m_journal->number();
        m_records.append(std::move(record));
        flushSoon();
    }
}

// What one turn of the event loop brought goes on together, and from the event loop: any slot may close or delete.
void Receiver::flushSoon() {
    if (m_isDue)
        return;
    m_isDue = true;
    QMetaObject::invokeMethod(this, &Receiver::flush, Qt::QueuedConnection);
}

void Receiver::flush() {
    m_isDue = false;
    const QList<TrapRecord> records = std::exchange(m_records, {});
    const std::vector<Reply> replies = std::exchange(m_replies, {});
    const auto alerts = std::exchange(m_alerts, {});
    if (!records.isEmpty() && records.last().id > 0 && m_journal)
        m_journal->append(records);
    const QPointer<Receiver> alive(this);
    if (!records.isEmpty())
        emit received(records);
    // Told first, then acknowledged (RFC 3416 4.2.7).
    for (const Reply &reply : replies)
        acknowledge(reply);
    for (qsizetype i = 0; alive && i < alerts.size(); ++i)
        emit alerted(alerts[i].first, alerts[i].second);
}

void Receiver::journalOpened() {
    const std::vector<Reply> early = std::exchange(m_early, {});
    if (!m_journal->isWritten())
        return; // what cannot be kept is not acknowledged
    for (const Reply &came : early) {
        if (came.listener)
            take(*came.listener, came.arrival);
    }
}

void Receiver::committed(quint32 last) {
    m_committed = std::max(m_committed, last);
    if (!m_isAnswering)
        answerCommitted();
}

// A commit may hold thousands: other handlers have their turn between.
void Receiver::answerCommitted() {
    m_isAnswering = false;
    const auto until = Monotonic::now() + AnswerSlice;
    while (!m_waiting.empty() && m_waiting.begin()->first <= m_committed) {
        acknowledge(m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        if (Monotonic::now() > until) {
            m_isAnswering = true;
            QMetaObject::invokeMethod(this, &Receiver::answerCommitted, Qt::QueuedConnection);
            return;
        }
    }
}

void Receiver::lost(quint32 first, quint32 last) {
    const auto begin = m_waiting.lower_bound(first);
    const auto end = m_waiting.upper_bound(last);
    if (begin == end)
        return; // no inform among them
    m_waiting.erase(begin, end);
    m_informs.forget(first, last);
}

void Receiver::acknowledge(const Reply &reply) {
    if (!reply.listener)
        return; // closed since
    Message response;
    response.version = reply.arrival.message->version;
    response.pdu = Pdu::Response;
    response.requestId = reply.arrival.message->requestId;
    response.varBinds = reply.arrival.message->varBinds;
    reply.listener->answer(reply.arrival, response);
}

} // namespace walkabout
