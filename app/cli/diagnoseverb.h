// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/secretinquiry.h"
#include "core/snmp/diagnosis.h"
#include "core/work/opening.h"

namespace walkabout {

/// `diagnose`: why a device does not answer. Says first how many packets it may send, then each step, last one sentence
/// and what to change. Exit status 0: it answers; 3: no answer; 4: the user, its keys or its rights.
class DiagnoseVerb final : public Command {
    Q_OBJECT

public:
    void addTo(CLI::App &app) override;

protected:
    void start() override;

private:
    void known();
    void opened();
    void begin(const Device &device, const Result<Credential> &credential);
    void say(const DiagnosisStep &step);
    void finish();
    void print(const QString &text);

    TargetOptions m_letters;
    std::string m_object;
    bool m_otherVersions = false;
    Device m_device;
    Secrets m_secrets;
    std::unique_ptr<SecretInquiry> m_inquiry;
    std::unique_ptr<Opening> m_opening; // of the demo and recordings
    std::unique_ptr<Target> m_target;
    std::unique_ptr<Diagnosis> m_diagnosis;
};

} // namespace walkabout
