// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/store/secretstore.h"
#include "core/work/changesheet.h"
#include "core/work/interfacereader.h"
#include "core/work/opening.h"

#include <QObject>
#include <QPointer>
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
    /// One of its sessions has this number.
    [[nodiscard]] bool hasSession(quint64 number) const {
        return m_target && m_target->connection().hasSession(number);
    }
    /// What its recording says and could not be read.
    [[nodiscard]] QList<Recording::BadLine> badLines() const {
        return m_target ? m_target->badLines() : QList<Recording::BadLine>();
    }
    /// Ends in exactly one of opened(), failed() or secretsWanted(), from the event loop.
    void open();
    /// Its description changed: what runs ends Closed, and the next question opens it anew. Where it now stands for
    /// another address, or for production, allowed writes close.
    void reset(const Device &device);
    /// Its secrets, from their store, for a person who asks to see them; answered from the event loop while the context
    /// lives.
    void readSecrets(QObject *context, std::function<void(const Secrets &)> answer);
    /// What was typed for it: kept in the secret store, scrubbed from the log, and opened with.
    void give(const Secrets &secrets);

    [[nodiscard]] bool isSandbox() const { return m_device.kind != Device::Kind::Live; }
    [[nodiscard]] bool isWritable() const { return isSandbox() || m_writes; }
    void allowWrites(bool allow);
    /// What it calls its interfaces; nullptr: nobody wanted it yet, or names are switched off.
    [[nodiscard]] InterfaceNames::Pointer interfaces() const;
    /// Numbers of this kind are shown: they are asked for, unless they are known and still right.
    void wantInterfaces(Refers refers);
    /// Once they are known, or cannot be: opens the device where it is closed. Names that are switched off are read
    /// too, and not shown.
    void withInterfaces(QObject *context, std::function<void()> then);
    /// Which interface this is, shown by name or not; 0: not known.
    [[nodiscard]] quint32 ifIndex(const InterfaceReference &reference) const;
    void switchInterfaces(bool on);
    [[nodiscard]] bool namesInterfaces() const { return m_namesInterfaces; }
    /// What is to be changed on it.
    [[nodiscard]] ChangeSheet &changes() { return m_changes; }
    [[nodiscard]] const ChangeSheet &changes() const { return m_changes; }
    /// Its address as its latest message had it; null: there was none.
    [[nodiscard]] const QHostAddress &peer() const { return m_peer; }
    /// After so long without anything done, writes are closed again.
    void setIdleTime(std::chrono::milliseconds idle) { m_idle.setInterval(idle); }
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
    /// Its description is another; this is what it was called.
    void described(const QString &labelBefore);
    void opened();
    void failed(const walkabout::Failure &failure);
    void secretsWanted(const walkabout::Failure &failure);
    void writesChanged(bool allowed);
    /// interfaces() are others now.
    void interfacesChanged();

private:
    void openWith(const Secrets &secrets);
    void finish();
    void close();
    void tellWaiting();

    Engine &m_engine;
    SecretStore &m_store;
    Log &m_log;
    const Library::Pointer &m_library;
    Device m_device;
    std::unique_ptr<Opening> m_opening;
    std::unique_ptr<Target> m_target;
    std::unique_ptr<InterfaceReader> m_interfaces; // of the target
    QList<std::pair<QPointer<QObject>, std::function<void()>>> m_waiting; // for names
    bool m_namesInterfaces = true;
    ChangeSheet m_changes;
    QHostAddress m_peer;
    QTimer m_idle;
    bool m_readsSecrets = false;
    bool m_writes = false;
};

} // namespace walkabout
