// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/reading.h"
#include "app/cli/targetcommand.h"
#include "core/work/query.h"

namespace walkabout {

/// set TARGET OBJECT=VALUE...: one atomic SET, sent once. On silence the objects are read back: the change may have
/// been made.
class SetVerb final : public TargetCommand {
    Q_OBJECT

public:
    ~SetVerb() override;

    void addTo(CLI::App &app) override;
    void interrupt(int signalNumber) override;

private:
    void start() override;
    void opened() override;
    void finishSet();
    void readBack();
    void finishReadBack();
    [[nodiscard]] std::unique_ptr<Reading> print(std::unique_ptr<Operation> operation);

    OutputOptions m_output;
    std::vector<std::string> m_assignments;
    Query m_query;
    QStringList m_changed; // dotted
    Summary m_summary;
    std::unique_ptr<Reading> m_set;
    std::unique_ptr<Reading> m_readBack;
    int m_signal = 0;
};

} // namespace walkabout
