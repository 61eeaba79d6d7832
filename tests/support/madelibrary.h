// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout::test {

/// A library of the modules that the program ships and of this module text, compiled as the program does.
[[nodiscard]] Library::Pointer madeLibrary(const QByteArray &moduleText = {});
/// TEST-MIB: one object or table of each kind that values and instances can have, under 1.3.6.1.4.1.99999.
[[nodiscard]] QByteArray testModule();

} // namespace walkabout::test
