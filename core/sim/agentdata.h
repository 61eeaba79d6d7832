// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recording.h"
#include "core/snmp/message.h"

#include <memory>

namespace walkabout {

/// What an agent holds: instances in order, read by GET and GETNEXT, changed by SET. A recording is one; the demo
/// device, whose values move, is another (a seam of the plan: design 3.9).
class AgentData {
public:
    virtual ~AgentData() = default;
    /// The value at this instance, or the exception that stands for it (noSuchObject, noSuchInstance).
    [[nodiscard]] virtual Value get(const Oid &oid) const = 0;
    /// The first instance behind this OID; nullopt: the end of the view.
    [[nodiscard]] virtual std::optional<VarBind> next(const Oid &oid) const = 0;
    /// All or nothing (RFC 3416 4.2.5): the error-status, and the 1-based varbind it is about; {NoError, 0} when set.
    struct SetResult {
        ErrorStatus status = ErrorStatus::NoError;
        int index = 0;
    };
    [[nodiscard]] virtual SetResult set(const VarBinds &varBinds) = 0;
};

} // namespace walkabout
