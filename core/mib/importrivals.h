// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/importfile.h"

namespace walkabout::mib {

/// Among files that come together: a second copy is named as that, and of two texts of one module the newest is chosen,
/// the person deciding otherwise.
void settleRivals(QList<ImportFile> &files);

} // namespace walkabout::mib
