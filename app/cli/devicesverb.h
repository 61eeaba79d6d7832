// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/reading.h"
#include "app/cli/targetcommand.h"

namespace walkabout {

/// devices list, show, add, remove, test, profiles, import and export: the saved devices with their groups and
/// profiles. Their file holds no secrets: these go where the person chose.
class DevicesVerb final : public TargetCommand {
    Q_OBJECT

public:
    ~DevicesVerb() override;

    void addTo(CLI::App &app) override;
    [[nodiscard]] bool needsLibrary() const override { return m_test->parsed(); }
    void interrupt(int signalNumber) override;

private:
    void start() override;
    void list();
    void show();
    void add();
    void keepSecret(const QUuid &owner);
    void remove();
    void profiles();
    void addProfile();
    void removeProfile();
    void exportProject();
    void import();
    /// One after the other; then the command ends.
    void keepSecrets(QList<std::pair<QUuid, Secrets>> secrets);
    /// For test.
    void opened() override;
    void finishTest();
    void addChoices(CLI::App &verb);
    /// The profile that the option names; nullptr: said, and the command has ended.
    [[nodiscard]] const CredentialProfile *namedProfile();
    [[nodiscard]] QString profileName(const Device &device);
    /// The saved device of this name; nullptr: said, and the command has ended.
    [[nodiscard]] const Device *saved();

    CLI::App *m_list = nullptr;
    CLI::App *m_show = nullptr;
    CLI::App *m_add = nullptr;
    CLI::App *m_remove = nullptr;
    CLI::App *m_test = nullptr;
    CLI::App *m_profiles = nullptr;
    CLI::App *m_addProfile = nullptr;
    CLI::App *m_removeProfile = nullptr;
    CLI::App *m_export = nullptr;
    CLI::App *m_import = nullptr;
    std::string m_name;
    std::string m_notes;
    std::string m_group;
    std::string m_profile;
    std::string m_file;
    bool m_importError = false; // of a line: the others are taken
    bool m_production = false;
    std::unique_ptr<Reading> m_reading;
    int m_signal = 0;
};

} // namespace walkabout
