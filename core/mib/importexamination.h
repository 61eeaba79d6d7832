// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/importplan.h"
#include "core/mib/library.h"

#include <atomic>
#include <functional>

namespace walkabout {

/// Reads files, folders (to the bottom) and archives that a person wants to import, and says what will happen to each,
/// and what is missing: a pure function for a pool thread, which takes the other ones too. Never throws; what cannot be
/// read stands in the plan. userFolder: where imported files go. progress (may be empty) is called in any of these
/// threads with files done and files in all; cancelled is looked at between files: a cancelled examination gives an
/// empty plan.
[[nodiscard]] ImportPlan examineImport(const QStringList &paths, const Library::Pointer &library,
    const QString &userFolder, const std::function<void(int, int)> &progress = {},
    const std::atomic<bool> *cancelled = nullptr);

} // namespace walkabout
