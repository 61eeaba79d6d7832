// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/device/opendevice.h"

#include <map>

namespace walkabout {

/// The devices that are open, each once, known by UUID. Owned by the window; the engine, the stores and the log outlive
/// it.
class OpenDevices final : public QObject {
    Q_OBJECT

public:
    OpenDevices(Engine &engine, DeviceStore &devices, SecretStore &secrets, Log &log, QObject *parent = nullptr);

    /// The open device of this description, made if there is none. A typed address that is open already is the same
    /// device again.
    [[nodiscard]] OpenDevice *take(const Device &device);
    [[nodiscard]] OpenDevice *find(const QUuid &id) const;
    [[nodiscard]] QList<OpenDevice *> all() const;
    /// What a person typed or chose: a saved device's name, "demo", a recording's path, an address.
    [[nodiscard]] Result<OpenDevice *> read(const QString &text);
    /// Of all, those that are open and those to come: see OpenDevice.
    void setIdleTime(std::chrono::minutes idle);
    [[nodiscard]] std::chrono::minutes idleTime() const { return m_idle; }
    void setLibrary(Library::Pointer library) { m_library = std::move(library); }
    /// Whether they ask for the names of their interfaces and show them.
    void switchInterfaces(bool on);
    [[nodiscard]] Engine &engine() { return m_engine; }
    [[nodiscard]] DeviceStore &saved() { return m_saved; }
    [[nodiscard]] SecretStore &secrets() { return m_secrets; }

signals:
    void added(walkabout::OpenDevice *device);

private:
    Engine &m_engine;
    DeviceStore &m_saved;
    SecretStore &m_secrets;
    Log &m_log;
    Library::Pointer m_library = Library::empty();
    bool m_namesInterfaces = true;
    std::chrono::minutes m_idle{10};
    std::map<QUuid, OpenDevice *> m_open; // children of this
};

} // namespace walkabout
