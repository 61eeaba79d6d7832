// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/librarytables.h"

namespace flatbuffers {
class DetachedBuffer;
}

namespace walkabout::mib {

/// The hot part of the file that holds these tables (library.fbs); each table is let go once it is written.
[[nodiscard]] flatbuffers::DetachedBuffer writeLibrary(LibraryTables &&tables);

} // namespace walkabout::mib
