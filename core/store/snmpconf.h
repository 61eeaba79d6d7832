// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/deviceimport.h"

/// net-snmp's snmp.conf(5): what its tools use where no letter is given, as credential profiles.
namespace walkabout::snmpconf {

/// A profile of its community and one of its SNMPv3 user, where it names them. Lines that say nothing of credentials
/// are passed over; one that does and cannot be read is a problem.
[[nodiscard]] DeviceImport read(QByteArrayView text);

} // namespace walkabout::snmpconf
