// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/message.h"

namespace walkabout {

/// How many octets things take on the wire, never under what an encoder makes of them: each sequence is counted with
/// the longest head that our encoder writes.
class MessageSize final {
public:
    [[nodiscard]] static qsizetype of(const VarBind &varBind);
    [[nodiscard]] static qsizetype of(const VarBinds &varBinds);
    /// Everything around the varbinds of the answer to this message.
    [[nodiscard]] static qsizetype around(const Message &request);
};

} // namespace walkabout
