// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/exchange_p.h"

#include <functional>

namespace walkabout {

/// The question for an SNMPv3 engine's ID and clock (RFC 3414 4), asked by a session for all that wait for the answer.
/// It goes on for as long as one of them does.
class Discovery final : public Asker {
public:
    struct Listener {
        std::function<void(int attempt, int of)> tried;
        std::function<void(Ending, const Failure &)> unanswered;
    };
    explicit Discovery(Listener listener)
        : m_listener(std::move(listener))
        , m_exchange(*this, m_figures) {}

    [[nodiscard]] Exchange &exchange() { return m_exchange; }
    [[nodiscard]] int tries() const { return m_exchange.isRunning() ? m_exchange.tries() : 0; }
    [[nodiscard]] bool isMine(const Exchange &exchange) const { return &exchange == &m_exchange; }

    void tried(int attempt, int of) override { m_listener.tried(attempt, of); }
    void answered(Message && /*answer*/) override {} // a response to a discovery is never taken
    void unanswered(Ending ending, const Failure &failure) override { m_listener.unanswered(ending, failure); }

private:
    Listener m_listener;
    Figures m_figures;
    Exchange m_exchange;
};

} // namespace walkabout
