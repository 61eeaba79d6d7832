// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitstatus.h"
#include "app/cli/summary.h"
#include "core/work/groupread.h"
#include "core/work/varbindlines.h"

namespace walkabout {

class Terminal;

/// One query to several devices, printed as the answers arrive: each line names its device. Owned by its command.
class GroupReading final : public QObject {
    Q_OBJECT

public:
    GroupReading(Terminal &terminal, VarBindLines lines, bool json, std::unique_ptr<GroupRead> group);
    ~GroupReading() override;

    void cancel() { m_group->cancel(); }
    /// Of the first device that did not end whole.
    [[nodiscard]] ExitStatus status() const { return m_status; }

signals:
    void finished();

private:
    void print(const Device &device, const VarBinds &varBinds);
    void tell(const Device &device, const GroupOutcome &outcome);
    void conclude();

    Terminal &m_terminal;
    VarBindLines m_lines;
    bool m_json;
    std::unique_ptr<GroupRead> m_group;
    Summary m_summary;
    int m_devices = 0;
    int m_whole = 0;
    ExitStatus m_status = ExitStatus::Whole;
};

} // namespace walkabout
