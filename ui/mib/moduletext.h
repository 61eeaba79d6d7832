// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// The facts of a module as HTML: in short behind one of its objects, in full behind its identity; its revisions are
/// folded behind a link until they are wanted.
[[nodiscard]] QString moduleText(const Library &library, const ModuleInfo &module, bool inFull, bool withRevisions);

} // namespace walkabout
