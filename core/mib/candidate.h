// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/unit.h"

namespace walkabout::mib {

/// A module of one of the files, that may or may not become the library's module of that name.
struct Candidate {
    std::string name;
    QString path; // of its file, or within an archive
    QString lastUpdated;
    std::shared_ptr<const Source> source; // where the path cannot be read again
    std::unique_ptr<Unit> unit; // null: it lost against a rival, or stands in the earlier image
    quint32 textsOffset = 0; // among the library's
    quint64 textsSize = 0;
    std::vector<DiagnosticRecord> diagnostics; // its parser's
    size_t file = 0; // in the list of files
    qint32 stored = -1; // its row in the earlier image
    int tier = 0;
    quint32 line = 0;

    /// Whether it serves the module rather than the other: tier, then the newest LAST-UPDATED, then the file named for
    /// it, then the order of the folders.
    [[nodiscard]] bool beats(const Candidate &other) const;
};

} // namespace walkabout::mib
