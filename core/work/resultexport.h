// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/snmp/operation.h"
#include "core/work/describe.h"
#include "core/work/resultsnapshot.h"

#include <atomic>

class QIODevice;

namespace walkabout {

/// Varbinds of a result, or of several devices', on their way into a file. A value, fit for the pool: it reads what the
/// result held when it was made.
struct ResultExport {
    enum class Format { Csv, JsonLines, SnmpRec, SnmpWalk };

    /// How the reading ended, as people and scripts are told.
    struct End {
        QString name = QStringLiteral("running"); // endingName()'s
        QString text; // what its last row says
        Figures figures;
        bool isWhole = false;
    };
    /// What one device answered.
    struct Part {
        QString device; // named in each row where there are several
        ResultSnapshot store;
        std::vector<std::pair<int, UtcMicroseconds>> times; // from this row of the store on
        End end;
    };
    struct Row {
        int part = 0;
        int row = 0;
    };

    QString file;
    Format format = Format::Csv;
    QList<Part> parts;
    /// In the order of the file; none: all of the one part.
    std::optional<std::vector<Row>> rows;
    /// They are not all that was read: a filter or a selection left others out.
    bool isExcerpt = false;
    Library::Pointer library;
    OctetForms forms;

    struct Outcome {
        qint64 written = 0; // varbinds
        qint64 left = 0; // exceptions, which are no values of a recording
        std::optional<Failure> failure; // the file is as it was before
    };
    [[nodiscard]] qint64 size() const { return rows ? qint64(rows->size()) : qint64(parts.first().store.size()); }
    /// Replaces the file at the end. Cancelled, it leaves it as it was, with the failure Cancelled. done counts rows.
    [[nodiscard]] Outcome write(const std::atomic<bool> &cancelled, std::atomic<qint64> &done) const;

    /// By the name's end: .jsonl or .json, .snmprec, .snmpwalk or .walk or .txt, else CSV.
    [[nodiscard]] static Format formatOf(const QString &file);
    /// Recordings are of one device.
    [[nodiscard]] static bool isRecording(Format format) {
        return format == Format::SnmpRec || format == Format::SnmpWalk;
    }
};

} // namespace walkabout
