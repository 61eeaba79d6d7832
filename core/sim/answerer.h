// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/agentdata.h"

namespace walkabout {

/// What an agent answers to a request, from AgentData and nothing else (RFC 3416 4.2; for v1 RFC 1157 4.1 by way of RFC
/// 3584 4.2 to 4.4: no exceptions, no Counter64, the old error codes). Pure apart from a SET's effect on the data.
class Answerer final {
public:
    /// room: octets that the whole answer may take.
    Answerer(AgentData &data, const Message &request, qsizetype room);

    [[nodiscard]] Message get();
    [[nodiscard]] Message next();
    [[nodiscard]] Message bulk();
    [[nodiscard]] Message set(bool mayWrite);

private:
    /// The next instance that the asker's version can see.
    [[nodiscard]] VarBind following(const Oid &oid) const;
    [[nodiscard]] Message whole(const VarBinds &varBinds) const;
    [[nodiscard]] Message error(ErrorStatus status, int index) const;

    AgentData &m_data;
    const Message &m_request;
    qsizetype m_room; // for varbinds
};

} // namespace walkabout
