// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"
#include "core/work/query.h"

namespace walkabout {

/// A pasted net-snmp command ("snmpwalk -v2c -c public 10.0.0.1 ifTable"): its device, its secrets and what it asks.
struct PastedCommand {
    Device device;
    Secrets secrets;
    Verb verb = Verb::Walk;
    QStringList objects;

    /// nullopt: not such a line.
    static std::optional<PastedCommand> parse(const QString &line);
};

} // namespace walkabout
