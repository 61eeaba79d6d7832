// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/mib/collection.h"
#include "core/mib/library.h"
#include "core/snmp/engine.h"
#include "core/snmp/eventlog.h"
#include "core/store/chosensecretstore.h"
#include "core/store/devicestore.h"
#include "core/store/places.h"
#include "core/store/settings.h"

#include <memory>

namespace walkabout {

class Log;
class Terminal;
class Unlocking;

/// What every command works with: the person's places, the engine, the saved devices, the library and the terminal.
/// Each is made when it is first wanted. One in main, outliving the commands.
class Context final {
public:
    Context(const CommonOptions &options, Terminal &terminal, Log &log);
    ~Context();

    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] Terminal &terminal() { return m_terminal; }
    [[nodiscard]] const Places &places() const { return m_places; }
    [[nodiscard]] Engine &engine();
    /// Read from their file; what is wrong with it has been said.
    [[nodiscard]] DeviceStore &devices();
    [[nodiscard]] Settings &settings();
    /// Where the person chose to keep them; a locked vault is opened by the environment or the terminal.
    [[nodiscard]] ChosenSecretStore &secrets();
    /// The folders given, the user's, the system's, ours, without the modules that are switched off.
    [[nodiscard]] Collection collection();
    [[nodiscard]] const Library::Pointer &library();
    /// No log line will show it.
    void scrub(const Secrets &secrets);

private:
    bool m_json = false;
    QStringList m_mibDirs;
    Places m_places;
    Terminal &m_terminal;
    Log &m_log;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<EventLog> m_eventLog;
    std::unique_ptr<DeviceStore> m_devices;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ChosenSecretStore> m_secrets;
    std::unique_ptr<Unlocking> m_unlocking;
    Library::Pointer m_library;
};

} // namespace walkabout
