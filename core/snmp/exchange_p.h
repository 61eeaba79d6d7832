// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/asker.h"
#include "core/snmp/session.h"

#include <QPointer>

namespace walkabout {

/// One question on its way to one answer, several tries included. Owned by the asker; destroying it ends it silently.
/// It may be used again for the next question once it has ended.
class Exchange final {
public:
    Exchange(Asker &asker, Figures &figures)
        : m_asker(asker)
        , m_figures(figures) {}
    ~Exchange() { cancel(); }
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    /// version, community, user and ids are filled in by the session.
    void ask(Session &session, Message question);
    void cancel();
    /// As sent last: after silence a GetBulk asks for less.
    [[nodiscard]] const Message &question() const { return m_question; }
    [[nodiscard]] bool isRunning() const { return m_session; }
    [[nodiscard]] int tries() const { return int(m_tries.size()); }

private:
    friend class Session;

    using Time = Monotonic::time_point;
    struct Try {
        qint32 id = 0; // request id in v1 and v2c, message id in v3
        Time sent;
    };

    Asker &m_asker;
    Figures &m_figures;
    Message m_question;
    QPointer<Session> m_session; // while it runs
    QList<Try> m_tries;
    int m_of = 1;
    Time m_due; // of the present try
    Time m_giveUp; // of them all
    bool m_once = false; // a SET
    bool m_unanswered = false; // a trap
    bool m_waiting = false;
    bool m_resynchronised = false;
    std::optional<Time> m_refusedAt;
    bool m_refusedAgain = false;
    std::optional<Failure> m_suspicion; // why an answer was not taken, told if no better one comes
};

} // namespace walkabout
