// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/asker.h"
#include "core/snmp/message.h"
#include "core/snmp/operation.h"

#include <QPointer>

#include <memory>

namespace walkabout {

class Exchange;
class Session;

/// One SNMP exchange: GET, GETNEXT, GETBULK, SET or inform (RFC 3416 4.2), or a trap on its way out, made by Session.
/// Its varbinds come as one batch and stay readable. A SET is sent once, in every version: on silence it ends Timeout
/// with Failure::LostSet.
class Request final : public Operation, private Asker {
    Q_OBJECT

public:
    ~Request() override;
    void cancel() override;

    /// The answer, after finished(); empty if none came. An agent error's varbinds are those the agent returned.
    [[nodiscard]] const VarBinds &varBinds() const { return m_varBinds; }
    /// The error-status of the answer; 0: none.
    [[nodiscard]] int errorStatus() const { return m_errorStatus; }
    [[nodiscard]] const Message &question() const { return m_question; }

private:
    friend class Session;
    Request(Session *session, Message question);
    void begin() override;
    void tried(int attempt, int of) override;
    void answered(Message &&answer) override;
    void unanswered(Ending ending, const Failure &failure) override;

    QPointer<Session> m_session;
    std::unique_ptr<Exchange> m_exchange;
    QString m_peer; // for failures, also once the session is gone
    Message m_question;
    VarBinds m_varBinds;
    int m_errorStatus = 0;
};

} // namespace walkabout
