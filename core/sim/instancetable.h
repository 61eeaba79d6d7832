// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/agentdata.h"

#include <functional>
#include <map>
#include <vector>

namespace walkabout {

/// The instances of an agent whose values are read when they are asked for. Filled first, then sealed, which puts them
/// in order.
class InstanceTable final {
public:
    using Read = std::function<Value()>;
    /// How a SET is judged, and what it does once the whole request was judged good.
    struct Write {
        std::function<ErrorStatus(const Value &)> judge;
        std::function<void(const Value &)> apply;
    };

    void add(const Oid &oid, Value value);
    void add(const Oid &oid, Read read);
    void allow(const Oid &oid, Write write);
    void seal();

    [[nodiscard]] Value get(const Oid &oid) const;
    [[nodiscard]] std::optional<VarBind> next(const Oid &oid) const;
    [[nodiscard]] AgentData::SetResult set(const VarBinds &varBinds);

private:
    struct Instance {
        Oid oid;
        Read read;
    };

    [[nodiscard]] ErrorStatus judge(const VarBind &varBind) const;

    std::vector<Instance> m_instances;
    std::map<Oid, Write> m_writes;
};

} // namespace walkabout
