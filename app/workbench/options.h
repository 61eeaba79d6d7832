// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/logchoice.h"
#include "core/work/query.h"

#include <optional>

namespace walkabout {

/// What the command line of the window says.
struct Options {
    QString configFolder;
    QStringList mibFolders;
    QString target;
    QString object;
    std::optional<Verb> verb;
    QString screenshot;
    LogChoice log;

    /// Reads it; help, the version and mistakes are printed, and give the exit status instead.
    static std::optional<int> read(int argc, char **argv, Options &options);
};

} // namespace walkabout
