// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/message.h"
#include "core/snmp/operation.h"

namespace walkabout {

/// Whoever asked a question: told of its tries and its one end by the session's read and timer handlers. It emits
/// nothing from here, destroys no one else's exchange, and may ask again at once.
class Asker {
public:
    virtual void tried(int attempt, int of) = 0;
    virtual void answered(Message &&answer) = 0;
    virtual void unanswered(Ending ending, const Failure &failure) = 0;

protected:
    ~Asker() = default;
};

} // namespace walkabout
