// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/filelist.h"
#include "core/mib/module.h"

namespace walkabout::mib {

/// What one file of a collection holds: a value, made by a pure function.
struct ParsedFile {
    std::vector<Module> modules;
    QList<Diagnostic> diagnostics; // outside of any module
    bool isArchive = false;
};

[[nodiscard]] ParsedFile parseFile(const ListedFile &file);

} // namespace walkabout::mib
