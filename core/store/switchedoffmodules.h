// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"

#include <QStringList>

#include <optional>

namespace walkabout {

class Settings;

/// The MIB modules that a person switched off, among the settings (mibs.switchedOff), for the window and the command
/// line alike; by name, in order.
namespace switchedoff {

[[nodiscard]] QStringList modules(const Settings &settings);
/// Written at once.
[[nodiscard]] std::optional<Failure> set(Settings &settings, const QString &module, bool off);

} // namespace switchedoff

} // namespace walkabout
