// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recording.h"

namespace walkabout {

/// How snmpwalk names an instance or a value: dotted numbers, numbers behind iso, the whole path (.iso.org.dod...), or
/// MODULE::name with an instance. The arcs that every tool knows are known here; other names are asked of whoever knows
/// them.
class WalkName final {
public:
    /// nullopt: not understood, or nobody knows the name.
    static std::optional<Oid> resolve(QByteArrayView text, const Recording::Names &names);
};

} // namespace walkabout
