// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/trap/traprecord.h"

namespace walkabout {

/// Rows of the journal as text that leaves the program.
namespace notificationlines {

/// One as one line for a person: when, from where, what, with which varbinds.
[[nodiscard]] QString text(const TrapRecord &record, const Library::Pointer &library);
/// As one JSON object.
[[nodiscard]] QByteArray json(const TrapRecord &record, const Library::Pointer &library);

} // namespace notificationlines
} // namespace walkabout
