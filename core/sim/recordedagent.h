// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/agentdata.h"

namespace walkabout {

/// A recording as an agent: every instance can be set, in memory, to a value of the type that stands there. Remembers
/// where it was last, so that a walk does not search a million instances for each next one.
class RecordedAgent final : public AgentData {
public:
    explicit RecordedAgent(const Recording &recording);

    [[nodiscard]] Value get(const Oid &oid) const override;
    [[nodiscard]] std::optional<VarBind> next(const Oid &oid) const override;
    [[nodiscard]] SetResult set(const VarBinds &varBinds) override;

private:
    /// The first instance not before this OID.
    [[nodiscard]] qsizetype lowerBound(const Oid &oid) const;
    /// The place of this instance; -1: it is not there.
    [[nodiscard]] qsizetype find(const Oid &oid) const;

    VarBinds m_varBinds;
    mutable qsizetype m_last = 0; // what next() gave last
};

} // namespace walkabout
