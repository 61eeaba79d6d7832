// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recording.h"
#include "core/work/query.h"

#include <QSaveFile>

namespace walkabout {

/// A recording being written while a device is walked: kept once the walk has ended, also a truncated one, which says
/// so in its last line. What stood in the file before is replaced by a whole recording alone. Owned by whoever walks.
class RecordingFile final {
    Q_DECLARE_TR_FUNCTIONS(RecordingFile)

public:
    /// Fails where the suffix says no format (.snmprec, .snmpwalk) or the file cannot be written.
    static Result<std::unique_ptr<RecordingFile>> begin(const QString &path);

    /// The walk that a recording is made of: the whole device, from 1.0.
    [[nodiscard]] static Query query();
    void write(const VarBinds &varBinds);

    struct Kept {
        QString path; // where it is; empty: nothing was read, and nothing written
        bool isWhole = false;
        bool hadBefore = false; // truncated, it stands beside what was there before
    };
    /// walk: has ended.
    [[nodiscard]] Result<Kept> keep(const Operation &walk);

private:
    RecordingFile(QString path, Recording::Format format);

    QString m_path; // as it was asked for
    Recording::Format m_format;
    QSaveFile m_file;
};

} // namespace walkabout
