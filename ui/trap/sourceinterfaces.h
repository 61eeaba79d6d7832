// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/interfacenames.h"

#include <QHash>

namespace walkabout {

class OpenDevices;

/// What the senders of notifications call their interfaces, by address: the devices that are open, as far as their
/// names were read for something else. A notification never has anything asked.
using SourceInterfaces = QHash<QString, InterfaceNames::Pointer>;

/// Where several devices answer from one address and call their interfaces otherwise, none is taken at its word.
[[nodiscard]] SourceInterfaces sourceInterfaces(const OpenDevices &devices);

} // namespace walkabout
