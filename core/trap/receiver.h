// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/informmemory.h"
#include "core/trap/ruleset.h"
#include "core/trap/traprecord.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace walkabout {

class Journal;

/// Listens for traps and informs on any number of ports, applies the rules, and hands what came on as records, those of
/// one turn of the event loop together. With a journal an inform is acknowledged once its row is committed, without one
/// once it was told of; a repeated one is acknowledged again and told once. Owned by the trap panel or by the command;
/// the journal outlives it.
class Receiver final : public QObject {
    Q_OBJECT

public:
    explicit Receiver(Engine &engine, QObject *parent = nullptr);
    ~Receiver() override;

    /// nullptr: nothing is kept.
    void setJournal(Journal *journal);
    /// SNMPv3 users whose notifications are accepted, from any engine; also while it listens.
    void setUsers(const QList<Credential> &users);
    [[nodiscard]] RuleSet &rules() { return m_rules; }

    /// UDP; port 0 asks for a free one. The port bound, or why not.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    void close();
    [[nodiscard]] bool isListening() const { return !m_ports.empty(); }
    /// The smallest receive buffer that the system gave, in bytes; 0: it does not listen.
    [[nodiscard]] qsizetype receiveBuffer() const;

    /// The scoped PDU of an encrypted message in clear, by the users' keys; nullopt: with none of them, or it does not
    /// listen.
    [[nodiscard]] std::optional<QByteArray> decrypted(QByteArrayView message) const;

signals:
    void received(const QList<walkabout::TrapRecord> &records);
    /// A rule that asks for the desktop's attention.
    void alerted(const walkabout::Rule &rule, const walkabout::TrapRecord &record);
    /// Every message, both ways, whatever it is.
    void traffic(const walkabout::Traffic &traffic);

private:
    struct Port {
        std::unique_ptr<Listener> listener;
        quint64 dropped = 0; // told of
    };
    /// The way back of an inform.
    struct Reply {
        QPointer<Listener> listener;
        Arrival arrival;
    };
    void take(Listener &listener, const Arrival &arrival);
    void add(TrapRecord &&record);
    void takeDrops();
    void flushSoon();
    void flush();
    void committed(quint32 last);
    void answerCommitted();
    void lost(quint32 first, quint32 last);
    void journalOpened();
    static void acknowledge(const Reply &reply);

    Engine &m_engine;
    QPointer<Journal> m_journal;
    QList<Credential> m_users;
    RuleSet m_rules;
    InformMemory m_informs;
    std::vector<Port> m_ports;
    QList<TrapRecord> m_records; // of this turn
    QList<std::pair<Rule, TrapRecord>> m_alerts; // of this turn
    std::vector<Reply> m_replies; // of this turn, where nothing is kept
    std::multimap<quint32, Reply> m_waiting; // for their row to be committed
    std::vector<Reply> m_early; // came while the journal was opening
    quint32 m_committed = 0;
    bool m_isDue = false;
    bool m_isAnswering = false; // the rest of what was committed follows
    QTimer m_drops;
};

} // namespace walkabout
