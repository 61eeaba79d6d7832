// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/snmp/varbind.h"

#include <net-snmp/net-snmp-config.h>

#include <net-snmp/net-snmp-includes.h>

#include <array>
#include <deque>

namespace walkabout::codec {

/// Varbinds in the library's form, for snmp_build: the memory is kept from message to message, octets are not copied.
/// Owned by the engine; what list() gives is good until the next call, and while the varbinds live.
class Variables final {
public:
    [[nodiscard]] netsnmp_variable_list *list(const VarBinds &varBinds);

private:
    void place(netsnmp_variable_list &variable, const VarBind &varBind);

    std::deque<netsnmp_variable_list> m_variables; // a deque: they point at one another
    std::deque<std::array<oid, Oid::MaxLength>> m_identifiers;
    size_t m_identifiersUsed = 0;
};

/// The library's varbinds as ours; a Failure names what no value can hold.
[[nodiscard]] Result<VarBinds> varBindsFrom(const netsnmp_variable_list *list);
[[nodiscard]] Oid oidFrom(const oid *parts, size_t length);

} // namespace walkabout::codec
