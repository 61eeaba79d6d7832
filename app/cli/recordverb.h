// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/summary.h"
#include "app/cli/targetcommand.h"
#include "core/work/recordingfile.h"

namespace walkabout {

/// record TARGET FILE: the whole device, from 1.0, into a .snmprec or .snmpwalk file. What was there is replaced only
/// by a whole walk; a truncated one says so inside and stands beside it.
class RecordVerb final : public TargetCommand {
    Q_OBJECT

public:
    ~RecordVerb() override;

    void addTo(CLI::App &app) override;
    void interrupt(int signalNumber) override;

private:
    void start() override;
    void opened() override;
    void finish();
    /// Keeps what was written; says where.
    [[nodiscard]] std::optional<Failure> keep();

    std::string m_path;
    QString m_target;
    std::unique_ptr<RecordingFile> m_file;
    std::unique_ptr<Operation> m_walk;
    int m_signal = 0;
};

} // namespace walkabout
