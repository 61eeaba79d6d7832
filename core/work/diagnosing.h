// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/diagnosis.h"
#include "core/store/device.h"

/// From a device and what failed on it to a diagnosis: the window and the command line begin one here.
namespace walkabout::diagnosing {

/// object: as typed; empty: nothing in particular. Fails where the object is unknown.
[[nodiscard]] Result<DiagnosisPlan> plan(
    const Device &device, const Credential &credential, const QString &object, const Library &library);
/// What a person is told before it begins: how many packets, and what they may cause.
[[nodiscard]] QString warning(const DiagnosisPlan &plan);

} // namespace walkabout::diagnosing
