// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/mib/importplan.h"

#include <atomic>
#include <functional>

namespace walkabout {

/// What became of one chosen file of a plan. A value.
struct ImportResult {
    qsizetype file = 0; // its row in the plan
    QString path; // where it is now; empty: it was not copied
    QStringList setAside; // where the files are that gave way to it
    std::optional<Failure> failure;
};

/// Copies the chosen files into the person's folder, byte for byte, whole or not at all: a pure function for a pool
/// thread. A file keeps its name; where that is taken it gets a number ("X-MIB.2.txt"). What it replaces is first
/// copied beside the folder, where nothing is read ("mibs-replaced/X-MIB.txt.1.old"), and goes only when the new file
/// stands: nothing that a person had is lost. One result for each chosen file, in the plan's order; when cancelled,
/// which is looked at between files, for those that were done. progress (may be empty) is called in this thread.
[[nodiscard]] QList<ImportResult> carryOutImport(const ImportPlan &plan, const QString &userFolder,
    const std::function<void(int, int)> &progress = {}, const std::atomic<bool> *cancelled = nullptr);

} // namespace walkabout
