// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace walkabout::limits {

/// As many files as the system allows (a socket a device), and no core files: they would hold pass-phrases. POSIX only.
void raise();

} // namespace walkabout::limits
