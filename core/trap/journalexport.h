// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mib/library.h"
#include "core/trap/sourcenames.h"

#include <QList>

#include <atomic>

namespace walkabout {

/// Rows of a trap journal on their way into a file. A value.
struct JournalExport {
    enum class Format { Csv, JsonLines, Trapd };

    QString journal;
    QString file;
    Format format = Format::Csv;
    QList<quint32> rows; // in the order of the file
    Library::Pointer library;
    SourceNames names;

    /// What came of it.
    struct Outcome {
        qint64 written = 0; // rows
        qint64 gone = 0; // no longer kept
        std::optional<Failure> failure; // the file is as it was before
    };
    /// Fit for the pool: reads by a connection of its own. Cancelled, it leaves the file as it was, with the failure
    /// Cancelled.
    [[nodiscard]] Outcome write(const std::atomic<bool> &cancelled) const;
    /// By the name's end: .csv, .jsonl or .json, else snmptrapd's.
    [[nodiscard]] static Format formatOf(const QString &file);
};

} // namespace walkabout
