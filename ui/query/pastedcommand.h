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

    /// The first line of the text, with those that continue it; nullopt: not such a line.
    static std::optional<PastedCommand> parse(const QString &text);
    /// Such a line, or one that is on its way to be: a secret may stand in it.
    [[nodiscard]] static bool looksLike(const QString &text);
};

} // namespace walkabout
