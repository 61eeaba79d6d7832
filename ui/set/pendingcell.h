// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/changesheet.h"
#include "core/work/describe.h"

#include <QVariant>

namespace walkabout {

/// What a cell of a list or table shows while a change of its instance is pending: the new value behind an arrow,
/// tinted. Invalid for the roles that stay the cell's own, copies among them: they are of what the device said.
[[nodiscard]] QVariant pendingCell(const ChangeSheet::Entry &entry, const Describe &describe, int role);

} // namespace walkabout
