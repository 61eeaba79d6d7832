// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapobject.h"

namespace walkabout::trapobject {

VarBinds head(quint32 uptime, const Oid &notification) {
    return {{sysUpTime0, Value::timeTicks(uptime)}, {snmpTrapOid0, Value::oid(notification)}};
}

bool isAddition(const Oid &oid) { return oid.startsWith(snmpTrapMib) || oid.startsWith(snmpCommunityTrapMib); }

} // namespace walkabout::trapobject
