// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packetring.h"

#include "core/snmp/packettree.h"

using namespace std::chrono_literals;

namespace walkabout {

namespace {

constexpr qint64 MostUntold = 500;

/// Notifications are no questions, but an inform is: its answer is awaited.
bool isAsking(const PacketHead &head) {
    if (!head.pdu)
        return head.isEncrypted;
    switch (*head.pdu) {
    case Pdu::Get:
    case Pdu::GetNext:
    case Pdu::GetBulk:
    case Pdu::Set:
    case Pdu::Inform: return true;
    default: return false;
    }
}

bool isAnswering(const PacketHead &head) {
    return head.pdu ? head.pdu == Pdu::Response || head.pdu == Pdu::Report : head.isEncrypted;
}

} // namespace

PacketRing::PacketRing(QObject *parent)
    : PacketRing(Bounds(), parent) {}

PacketRing::PacketRing(Bounds bounds, QObject *parent)
    : QObject(parent)
    , m_bounds(bounds) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(50ms);
    connect(&m_pause, &QTimer::timeout, this, &PacketRing::tell);
}

qint64 PacketRing::costOf(const Packet &packet) {
    return packet.traffic.bytes.size() + qint64(sizeof(Packet)); // a small one is not free
}

void PacketRing::add(const QUuid &device, const QString &label, const Traffic &traffic) {
    if (m_paused) {
        ++m_passedBy;
        emit passed();
        return;
    }
    Packet packet;
    packet.number = m_first + qint64(m_packets.size());
    packet.device = device;
    packet.label = label;
    packet.traffic = traffic;
    packet.head = PacketHead::of(PacketTree(traffic.bytes));
    match(packet);
    m_octets += costOf(packet);
    m_packets.push_back(std::move(packet));
    if (m_first + qint64(m_packets.size()) - m_end >= MostUntold)
        tell();
    else if (!m_pause.isActive())
        m_pause.start();
}

void PacketRing::match(Packet &packet) {
    const auto id = packet.head.id();
    if (!id)
        return;
    const Key key{packet.device, *id};
    const qint64 before = m_questions.value(key, 0);
    Packet *question = before >= m_first ? &m_packets[size_t(before - m_first)] : nullptr;
    if (question && question->traffic.direction != packet.traffic.direction && isAnswering(packet.head)) {
        packet.partner = before;
        question->partner = packet.number;
        const auto passed = packet.traffic.time - question->traffic.time;
        if (passed >= 0us) // else someone set the clock
            packet.roundTrip = passed;
    } else if (isAsking(packet.head)) {
        packet.tries = question ? question->tries + 1 : 1;
        m_questions.insert(key, packet.number);
    }
}

void PacketRing::tell() {
    m_pause.stop();
    const qint64 from = m_end;
    const qint64 end = m_first + qint64(m_packets.size());
    if (from == end)
        return;
    m_end = end;
    emit grew(from, end - 1);
    forgetOldest();
}

void PacketRing::forgetOldest() {
    qint64 first = m_first;
    qint64 octets = m_octets;
    while (first < m_end && (m_end - first > m_bounds.packets || octets > m_bounds.octets)) {
        octets -= costOf(at(first));
        ++first;
    }
    m_dropped += first - m_first;
    forget(first);
}

void PacketRing::forget(qint64 first) {
    if (first == m_first)
        return;
    emit dropping(first);
    for (; m_first < first; ++m_first) {
        const Packet &oldest = m_packets.front();
        m_octets -= costOf(oldest);
        if (const auto id = oldest.head.id()) {
            const auto known = m_questions.constFind({oldest.device, *id});
            if (known != m_questions.cend() && *known == oldest.number)
                m_questions.erase(known);
        }
        m_packets.pop_front();
    }
}

void PacketRing::clear() {
    tell();
    forget(m_end);
    m_questions.clear();
    m_dropped = 0;
    m_passedBy = 0;
}

void PacketRing::setPaused(bool paused) {
    m_paused = paused;
    if (!paused)
        m_passedBy = 0;
}

} // namespace walkabout
