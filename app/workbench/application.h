// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/options.h"
#include "core/base/log.h"
#include "core/mib/libraryreader.h"
#include "core/snmp/engine.h"
#include "core/snmp/eventlog.h"
#include "core/store/chosensecretstore.h"
#include "core/store/devicestore.h"
#include "core/store/places.h"
#include "core/store/settings.h"
#include "ui/mainwindow.h"
#include "ui/shared/theme.h"

#include <QEventLoopLocker>

namespace walkabout {

/// Joins the parts: log, files, engine, stores, theme, window; reads the MIB modules on the pool once the window has
/// painted, then does what the command line asked. One, made in main.
class Application final : public QObject {
    Q_OBJECT

public:
    explicit Application(Options options);
    ~Application() override;

    void start();

private:
    void tell(const std::optional<Failure> &failure);
    void readLibrary();
    /// Once what was asked for has ended and the modules are read.
    void takeScreenshot();

    Options m_options;
    Log m_log;
    Places m_places;
    Engine m_engine;
    EventLog m_eventLog;
    Settings m_settings;
    DeviceStore m_devices;
    ChosenSecretStore m_secrets;
    std::optional<QEventLoopLocker> m_writing; // of secrets: the last window may close, the program waits
    QList<Failure> m_failures; // of files, told once the window stands
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    LibraryReader m_reader;
    bool m_settled = false;
};

} // namespace walkabout
