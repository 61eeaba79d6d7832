// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/session.h"

#include <functional>
#include <vector>

namespace walkabout {

/// Several operations on one session, one after the other, as one: its batches and figures are theirs together, and the
/// first that does not end whole ends it. Owned by whoever began it, like any operation.
class Sequence final : public Operation {
    Q_OBJECT

public:
    using Step = std::function<std::unique_ptr<Operation>(Session &)>;

    Sequence(Session &session, std::vector<Step> steps);
    ~Sequence() override;
    void cancel() override;

private:
    void begin() override;
    void next();
    void stepEnded();
    void count();

    QPointer<Session> m_session;
    QString m_peer; // for the failure, once the session is gone
    std::vector<Step> m_steps;
    size_t m_at = 0;
    std::unique_ptr<Operation> m_running;
    Figures m_before; // of the steps that have ended
};

} // namespace walkabout
