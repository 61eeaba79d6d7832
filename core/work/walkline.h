// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"

namespace walkabout::walkline {

/// A varbind as net-snmp's tools print it with -On: ".1.3.6.1.2.1.1.3.0 = Timeticks: (12) 0:00:00.12".
[[nodiscard]] QByteArray of(const VarBind &varBind);
/// The same by its name, numbers of an enumeration with their label: "IF-MIB::ifOperStatus.3 = INTEGER: up(1)".
[[nodiscard]] QByteArray named(const VarBind &varBind, const Describe &describe);
/// "(12) 0:00:00.12"
[[nodiscard]] QByteArray timeticks(quint32 hundredths);

} // namespace walkabout::walkline
