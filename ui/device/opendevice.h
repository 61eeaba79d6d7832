// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/store/secretstore.h"
#include "core/work/changesheet.h"
#include "core/work/opening.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace walkabout {

class Engine;
class Log;

/// A device that tabs work on: its target once it is open, what is to be changed on it, and whether it may be written
/// to now. It opens read-only (the demo and recordings apart); allowed writes close again after ten idle minutes. Owned
/// by OpenDevices, shared by its tabs.
class OpenDevice final : public QObject {
    Q_OBJECT

public:
    /// library: looked at when a recording with names is opened.
    OpenDevice(Engine &engine, SecretStore &secrets, Log &log, const Library::Pointer &library, Device device,
        QObject *parent = nullptr);

    [[nodiscard]] const Device &device() const { return m_device; }
    /// nullptr until opened() was emitted.
    [[nodiscard]] Connection *connection() { return m_target ? &m_target->connection() : nullptr; }
    /// Ends in exactly one of opened(), failed() or secretsWanted(), from the event loop.
    void open();
    /// Its description changed: what runs ends Closed, and the next question opens it anew.
    void reset(const Device &device);
    /// Its secrets, from their store, for a person who asks to see them; answered from the event loop while the context
    /// lives.
    void readSecrets(QObject *context, std::function<void(const Secrets &)> answer);
    /// What was typed for it: kept in the secret store, scrubbed from the log, and opened with.
    void give(const Secrets &secrets);

    [[nodiscard]] bool isSandbox() const { return m_device.kind != Device::Kind::Live; }
    [[nodiscard]] bool isWritable() const { return isSandbox() || m_writes; }
    void allowWrites(bool allow);
    /// What is to be changed on it.
    [[nodiscard]] ChangeSheet &changes() { return m_changes; }
    [[nodiscard]] const ChangeSheet &changes() const { return m_changes; }
    /// Its address as its latest message had it; null: there was none.
    [[nodiscard]] const QHostAddress &peer() const { return m_peer; }
    /// After so long without anything done, writes are closed again.
    void setIdleTime(std::chrono::minutes idle) { m_idle.setInterval(idle); }
    [[nodiscard]] std::chrono::minutes idleTime() const {
        return std::chrono::duration_cast<std::chrono::minutes>(m_idle.intervalAsDuration());
    }
    /// Something was done with it: the idle minutes begin anew.
    void touch();

signals:
    /// Every message of its sessions.
    void traffic(const walkabout::Traffic &traffic);
    /// Its sessions are gone, and the keys with them.
    void closed();
    void opened();
    void failed(const walkabout::Failure &failure);
    void secretsWanted(const walkabout::Failure &failure);
    void writesChanged(bool allowed);

private:
    void openWith(const Secrets &secrets);
    void finish();
    void close();

    Engine &m_engine;
    SecretStore &m_store;
    Log &m_log;
    const Library::Pointer &m_library;
    Device m_device;
    std::unique_ptr<Opening> m_opening;
    std::unique_ptr<Target> m_target;
    ChangeSheet m_changes;
    QHostAddress m_peer;
    QTimer m_idle;
    bool m_readsSecrets = false;
    bool m_writes = false;
};

} // namespace walkabout
