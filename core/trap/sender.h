// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/devicestore.h"
#include "core/trap/trapdraft.h"

#include <QObject>

#include <memory>

namespace walkabout {

class Engine;
class Request;
class Session;

/// The way of notifications to one receiver (RFC 3413 3.3). In SNMPv3 a trap goes out under our own engine, with its
/// keys and its clock; an inform under the receiver's, which is discovered. Owned by whoever sends; what it began ends
/// Closed when it goes. The engine outlives it.
class Sender final : public QObject {
    Q_OBJECT

public:
    static constexpr quint16 StandardPort = 162;

    /// Fails where a secret is missing.
    static Result<std::unique_ptr<Sender>> to(Engine &engine, const Device &receiver, const Secrets &secrets);
    ~Sender() override;

    /// Whom a person means: a saved device (at 162, where it is asked at 161), or an address, at 162 if it names no
    /// port.
    static Result<Device> read(QStringView text, const DeviceStore &saved);

    /// A trap ends Whole once it left and nothing refused it; an inform with its acknowledgement.
    [[nodiscard]] Result<std::unique_ptr<Request>> send(const TrapDraft &draft);
    [[nodiscard]] const Device &receiver() const { return m_receiver; }

signals:
    void traffic(const walkabout::Traffic &traffic);

private:
    Sender(Engine &engine, Device receiver, const Credential &credential);
    [[nodiscard]] Session &session(bool informs);

    Engine &m_engine;
    Device m_receiver;
    Credential m_credential;
    std::unique_ptr<Session> m_traps;
    std::unique_ptr<Session> m_informs;
};

} // namespace walkabout
