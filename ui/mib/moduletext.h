// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// The facts of a module as HTML: in short behind one of its objects, in full behind its identity; its revisions are
/// folded behind a link until they are wanted.
[[nodiscard]] QString moduleText(const Library &library, const ModuleInfo &module, bool inFull, bool withRevisions);
/// The same in full as a page of its own, with what it defines: for a module without an identity among the objects.
[[nodiscard]] QString modulePage(const Library &library, const QString &name, bool withRevisions);

} // namespace walkabout
