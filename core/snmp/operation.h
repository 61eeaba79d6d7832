// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/snmp/varbind.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <optional>
#include <variant>

namespace walkabout {

/// What an operation cost.
struct Figures {
    qint64 varBinds = 0;
    int requests = 0;
    int retries = 0;
    qint64 dropped = 0; // datagrams of its session that found this system's receive buffer full meanwhile
    std::chrono::microseconds elapsed{0};
    std::chrono::microseconds roundTrip{0}; // of the latest clean exchange

    /// The messages of another operation that this one is made of; its varbinds and its time are counted by whoever
    /// delivers and waits.
    void addMessages(const Figures &part) {
        requests += part.requests;
        retries += part.retries;
        dropped += part.dropped;
    }

    friend bool operator==(const Figures &, const Figures &) = default;
};

/// How an operation ended. A truncated result never looks like a whole one.
enum class Ending {
    Whole,
    Cancelled,
    Timeout,
    Refused,
    AgentError,
    Malformed,
    NotIncreasing,
    Limit,
    Authentication,
    Closed
};

/// "whole", "agent-error" ...: the names that the command line's JSON uses.
[[nodiscard]] QString endingName(Ending ending);

/// One piece of work on a session, owned by whoever began it (design 3.2): Request, Walk and TableRead. Begins by
/// itself when the event loop is reached, ends exactly once with a queued finished(), can be cancelled or deleted at
/// any time (deleting cancels silently), and ends Closed or Cancelled if its session goes first. Every signal comes
/// straight from the event loop, so any slot may delete the operation, its session or its device.
class Operation : public QObject {
    Q_OBJECT

public:
    ~Operation() override;

    /// Ends it as Cancelled, unless it has ended.
    virtual void cancel() = 0;

    /// nullopt while it runs; set once finished() is emitted.
    [[nodiscard]] std::optional<Ending> ending() const { return m_ending; }
    /// Why it did not end whole; set with the ending.
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }
    /// 1-based varbind of the request that an agent error names; 0: none. Set with the ending.
    [[nodiscard]] int errorIndex() const { return m_errorIndex; }
    [[nodiscard]] const Figures &figures() const { return m_figures; }
    /// The last instance delivered, for the ending's sentence and for going on from there; of NotIncreasing the one
    /// that did not increase.
    [[nodiscard]] const Oid &lastOid() const { return m_lastOid; }

signals:
    /// Varbinds in order, as they arrive; never again after finished().
    void batch(const QList<walkabout::VarBind> &varBinds);
    /// A try went out: 1 of 1 + retries, then 2 of ... when the device is slow.
    void trying(int attempt, int of);
    void finished();

protected:
    explicit Operation(QObject *parent = nullptr);

    /// Calls begin() from the event loop, unless it has ended by then.
    void beginSoon();
    virtual void begin() {}
    /// Batches were handed out: fewer than before are undelivered().
    virtual void flushed() {}
    /// Varbinds that wait for the event loop to be handed out.
    [[nodiscard]] qint64 undelivered() const { return m_undelivered; }
    /// Emits batch() from the event loop, counts the varbinds and moves lastOid().
    void deliver(VarBinds &&varBinds);
    /// Emits trying() from the event loop.
    void announceTry(int attempt, int of);
    /// Records how it ended and emits finished() from the event loop, behind what was delivered; later calls do
    /// nothing.
    void end(Ending ending, std::optional<Failure> failure = {}, int errorIndex = 0);
    /// What cancel() does: batches not yet emitted are dropped. Says false where it had ended and everything was
    /// delivered.
    bool abandon();
    [[nodiscard]] bool hasEnded() const { return m_outcome.has_value(); }

    Figures m_figures;
    Oid m_lastOid;
    Oid m_culprit; // becomes lastOid() with the ending, where it is set

private:
    struct Try {
        int attempt = 1;
        int of = 1;
    };
    struct Outcome {
        Ending ending = Ending::Whole;
        std::optional<Failure> failure;
        int errorIndex = 0;
    };
    void flushSoon();
    void flush();

    std::chrono::steady_clock::time_point m_began;
    std::deque<std::variant<VarBinds, Try>> m_queue; // in the order of their arrival
    std::optional<Outcome> m_outcome;
    bool m_flushing = false;
    qint64 m_undelivered = 0;
    std::optional<Ending> m_ending;
    std::optional<Failure> m_failure;
    int m_errorIndex = 0;
};

} // namespace walkabout
