// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packet.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>

namespace walkabout {

/// The latest messages of all devices, bounded in number and in octets; finds the question of each answer. What comes
/// is told of in batches, so that a walk costs its listeners little. Owned by the window.
class PacketRing final : public QObject {
    Q_OBJECT

public:
    struct Bounds {
        qint64 packets = 10'000;
        qint64 octets = qint64{16} * 1024 * 1024;
    };
    explicit PacketRing(QObject *parent = nullptr);
    PacketRing(Bounds bounds, QObject *parent = nullptr);

    void add(const QUuid &device, const QString &label, const Traffic &traffic);
    /// Those told of are first() ... end() - 1.
    [[nodiscard]] qint64 first() const { return m_first; }
    [[nodiscard]] qint64 end() const { return m_end; }
    [[nodiscard]] bool holds(qint64 number) const { return number >= m_first && number < m_end; }
    [[nodiscard]] const Packet &at(qint64 number) const { return m_packets[size_t(number - m_first)]; }
    [[nodiscard]] qint64 octets() const { return m_octets; }
    /// Older ones let go since it was cleared.
    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    void clear();

    /// What goes by while it pauses is counted alone.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] qint64 passedBy() const { return m_passedBy; }

signals:
    void grew(qint64 first, qint64 last);
    /// Those before this one are about to go.
    void dropping(qint64 first);
    void passed();

private:
    struct Key {
        QUuid device;
        qint32 id = 0;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.device, key.id); }
    };

    void match(Packet &packet);
    void tell();
    void forgetOldest();
    void forget(qint64 first);
    [[nodiscard]] static qint64 costOf(const Packet &packet);

    const Bounds m_bounds;
    std::deque<Packet> m_packets;
    qint64 m_first = 1;
    qint64 m_end = 1; // those from here on are not told of yet
    qint64 m_octets = 0;
    qint64 m_dropped = 0;
    qint64 m_passedBy = 0;
    bool m_paused = false;
    QHash<Key, qint64> m_questions; // the latest of each id
    QTimer m_pause;
};

} // namespace walkabout
