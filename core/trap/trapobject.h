// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"

/// The objects of notifications themselves (RFC 3416 4.2.6, RFC 3584 3): what every notification begins with, and what
/// proxies and the mapping from v1 add.
namespace walkabout::trapobject {

inline const Oid sysUpTime0{1, 3, 6, 1, 2, 1, 1, 3, 0};
inline const Oid snmpTrapOid0{1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0};
inline const Oid snmpTrapEnterprise0{1, 3, 6, 1, 6, 3, 1, 1, 4, 3, 0};
inline const Oid snmpTrapAddress0{1, 3, 6, 1, 6, 3, 18, 1, 3, 0};
inline const Oid snmpTrapCommunity0{1, 3, 6, 1, 6, 3, 18, 1, 4, 0};
inline const Oid snmpTrapMib{1, 3, 6, 1, 6, 3, 1, 1, 4};
inline const Oid snmpCommunityTrapMib{1, 3, 6, 1, 6, 3, 18, 1};
inline const Oid snmpTraps{1, 3, 6, 1, 6, 3, 1, 1, 5};

/// sysUpTime.0 and snmpTrapOID.0, with which a notification begins. uptime: hundredths of a second.
[[nodiscard]] VarBinds head(quint32 uptime, const Oid &notification);
/// It was added on the way, and says nothing of what happened.
[[nodiscard]] bool isAddition(const Oid &oid);

} // namespace walkabout::trapobject
