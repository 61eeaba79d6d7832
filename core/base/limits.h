// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace walkabout::limits {

/// As many files as the system allows (a socket a device), and no memory in a core file: it would hold pass-phrases.
/// Called first in main. POSIX, and Linux's own words where there are any.
void raise();

} // namespace walkabout::limits
