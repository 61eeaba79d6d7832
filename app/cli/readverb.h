// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/groupreading.h"
#include "app/cli/reading.h"
#include "app/cli/targetcommand.h"
#include "core/work/interfacereader.h"
#include "core/work/query.h"

namespace walkabout {

/// get, next, bulk and walk: TARGET OBJECT..., streamed.
class ReadVerb final : public TargetCommand {
    Q_OBJECT

public:
    explicit ReadVerb(Verb verb);
    ~ReadVerb() override;

    void addTo(CLI::App &app) override;
    void interrupt(int signalNumber) override;

private:
    void start() override;
    void opened() override;
    /// -Cn and -Cr of a bulk, --max-repetitions of all.
    [[nodiscard]] std::optional<Failure> readNumbers();
    void known(const Device &device, const Secrets &secrets) override;
    void askGroup();
    void sayWhatIsWalked();
    /// Interfaces by name in the objects given, now that their names are known.
    void placeNames();
    void begin();
    void finish();

    Verb m_which;
    Query m_query;
    OutputOptions m_output;
    std::vector<std::string> m_objects;
    std::vector<std::string> m_bulkLetters;
    TuningOptions m_tuning;
    std::vector<std::string> m_others; // targets asked at the same time
    QList<GroupRead::Member> m_members; // whose secrets are known
    std::unique_ptr<Reading> m_reading;
    std::unique_ptr<GroupReading> m_group;
    std::unique_ptr<InterfaceReader> m_interfaces;
    bool m_names = false;
    int m_signal = 0;
};

} // namespace walkabout
