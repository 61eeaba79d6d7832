// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/dependency.h"
#include "core/mib/library.h"

#include <memory>

namespace walkabout {

/// What a list of modules shows of a library: a value made on the pool by a pure function, read-only then; it holds
/// the library that it was made of.
struct ModuleListRows {
    using Pointer = std::shared_ptr<const ModuleListRows>;
    enum class State { InUse, Off, Missing };
    struct Row {
        State state = State::InUse;
        ModuleInfo module; // of a missing one the name alone
        qsizetype wantedBy = 0; // modules that import from it
        qsizetype wanted = 0; // of a missing one: symbols that they want
        qsizetype lacks = 0; // modules that it imports from and that are missing
    };

    Library::Pointer library;
    Dependency dependency;
    QList<Row> rows; // by name

    [[nodiscard]] static Pointer make(const Library::Pointer &library);
    [[nodiscard]] const Row *row(QStringView module) const;
    /// The diagnostics of this module, and of its file where they belong to no module.
    [[nodiscard]] QList<Diagnostic> diagnosticsOf(const ModuleInfo &module) const;
};

} // namespace walkabout
