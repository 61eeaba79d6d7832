// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/store/devicestore.h"

/// Recordings that were opened stay in the list of devices; text that a walk printed becomes a file of its own first.
namespace walkabout::keptrecordings {

/// The saved device of this recording, saved now if there was none; other devices as they are. Where it cannot be saved
/// it is a device all the same.
[[nodiscard]] Device keep(DeviceStore &store, const Device &device);
/// Several lines, most of them varbinds as snmpwalk or an snmprec file has them. Looks at the first ones alone.
[[nodiscard]] bool looksLikeWalk(const QString &text);
/// The text as a file in this folder, readable by its owner alone, saved as a device that is called by its sysName.
[[nodiscard]] Result<Device> keepText(
    DeviceStore &store, const QString &text, const QString &folder, const Library &library);

} // namespace walkabout::keptrecordings
