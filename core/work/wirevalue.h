// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/work/readvalue.h"

namespace walkabout::wirevalue {

/// The value of the type that a net-snmp letter names: a person's word against the module's. Labels of the object's
/// type still count.
[[nodiscard]] ReadValue read(QStringView text, QChar letter, const Library &library, const TypeInfo &type);

} // namespace walkabout::wirevalue
