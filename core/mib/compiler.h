// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/collection.h"
#include "core/mib/library.h"

#include <atomic>
#include <functional>

namespace walkabout {

/// Files done and files in all; called in the compiling thread.
using CompileProgress = std::function<void(int, int)>;

/// Reads, resolves and compiles a collection into memory: a pure function for a pool thread (design 1). Never throws;
/// what is wrong stands in the library's diagnostics. progress may be empty; cancelled is looked at between files: a
/// cancelled compile gives a null pointer. What starts often keeps a LibraryCache instead.
[[nodiscard]] Library::Pointer compileLibrary(
    const Collection &collection, const CompileProgress &progress = {}, const std::atomic<bool> *cancelled = nullptr);

} // namespace walkabout
