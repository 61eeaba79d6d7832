// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

#include <QObject>

#include <memory>

namespace walkabout {

class Engine;

/// A device's live sessions: one to read and, once something is written, one to write. Owned by whoever has the device
/// open; its operations end Closed when it goes. The engine outlives it.
class Connection final : public QObject {
    Q_OBJECT

public:
    /// Fails where a secret that reading needs is missing.
    static Result<std::unique_ptr<Connection>> open(Engine &engine, const Device &device, const Secrets &secrets);
    ~Connection() override;

    [[nodiscard]] const Device &device() const { return m_device; }
    [[nodiscard]] Session &reader() { return *m_reader; }
    /// What it reads with: of the device and its secrets.
    [[nodiscard]] Result<Credential> readCredential() const { return m_device.readCredential(m_secrets); }
    /// Made on first use; fails where the write community is missing.
    [[nodiscard]] Result<Session *> writer();

    [[nodiscard]] bool hasSession(quint64 number) const {
        return m_reader->number() == number || (m_writer && m_writer->number() == number);
    }
    /// The SNMPv3 keys are made: soon after the first question.
    [[nodiscard]] bool hasKeys() const { return m_reader->hasKeys(); }
    /// The scoped PDU of an encrypted message in clear, by this device's keys; nullopt: not with these.
    [[nodiscard]] std::optional<QByteArray> decrypted(QByteArrayView message) const {
        return m_reader->decrypted(message);
    }

signals:
    void traffic(const walkabout::Traffic &traffic);

private:
    Connection(Engine &engine, Device device, Secrets secrets, const Credential &read);

    Engine &m_engine;
    Device m_device;
    Secrets m_secrets;
    std::unique_ptr<Session> m_reader;
    std::unique_ptr<Session> m_writer;
};

} // namespace walkabout
