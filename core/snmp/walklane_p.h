// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/asker.h"
#include "core/snmp/exchange_p.h"

namespace walkabout {

class Walk;
struct WalkPart;

/// One question of a walk in flight, for one part (in v1: for several). Owned by the Walk, used again and again, and
/// never destroyed before it: sessions tell several of their ends in one go.
class WalkLane final : private Asker {
public:
    WalkLane(Walk &walk, Figures &figures)
        : m_walk(walk)
        , m_exchange(static_cast<Asker &>(*this), figures) {}

    void ask(Session &session, Message question, QList<WalkPart *> parts);
    /// Its parts are free to be asked again.
    void cancel();
    [[nodiscard]] bool isIdle() const { return m_parts.isEmpty(); }
    [[nodiscard]] const QList<WalkPart *> &parts() const { return m_parts; }

private:
    void tried(int attempt, int of) override;
    void answered(Message &&answer) override;
    void unanswered(Ending ending, const Failure &failure) override;
    QList<WalkPart *> release();

    Walk &m_walk;
    Exchange m_exchange;
    QList<WalkPart *> m_parts;
};

} // namespace walkabout
