// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/collection.h"
#include "core/mib/library.h"

#include <atomic>
#include <functional>

namespace walkabout {

/// Reads, resolves and compiles a collection: a pure function for a pool thread (design 1). Never throws; what is wrong
/// stands in the library's diagnostics. progress (may be empty) is called in this thread with files done and files in
/// all; cancelled is looked at between files: a cancelled compile gives a null pointer.
[[nodiscard]] Library::Pointer compileLibrary(const Collection &collection,
    const std::function<void(int, int)> &progress = {}, const std::atomic<bool> *cancelled = nullptr);

} // namespace walkabout
