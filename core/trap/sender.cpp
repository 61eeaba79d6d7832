// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/sender.h"

#include "core/snmp/engine.h"
#include "core/snmp/session.h"
#include "core/work/target.h"

namespace walkabout {

namespace {

constexpr quint16 AskedAt = 161;

} // namespace

Result<std::unique_ptr<Sender>> Sender::to(Engine &engine, const Device &receiver, const Secrets &secrets) {
    const auto credential = receiver.readCredential(secrets);
    if (!credential)
        return credential.failure();
    return std::unique_ptr<Sender>(new Sender(engine, receiver, *credential));
}

Sender::Sender(Engine &engine, Device receiver, const Credential &credential)
    : m_engine(engine)
    , m_receiver(std::move(receiver))
    , m_credential(credential) {}

Sender::~Sender() = default;

Result<Device> Sender::read(QStringView text, const DeviceStore &saved) {
    auto device = Target::read(text, saved);
    if (!device)
        return device;
    if (device->kind != Device::Kind::Live) {
        return Failure(Failure::Kind::BadUsage,
            {tr("“%1” receives no notifications: name an address.").arg(text.trimmed().toString())});
    }
    if (saved.named(text.trimmed())) {
        if (device->endpoint.port == AskedAt)
            device->endpoint.port = StandardPort;
        return device;
    }
    auto endpoint = Endpoint::parse(text.trimmed(), StandardPort);
    if (!endpoint)
        return endpoint.failure();
    device->endpoint = *std::move(endpoint);
    return device;
}

Session &Sender::session(bool informs) {
    auto &session = informs ? m_informs : m_traps;
    if (session)
        return *session;
    Credential credential = m_credential;
    if (!informs && credential.version() == Version::V3) {
        Credential::User ours = credential.user();
        ours.engineId = m_engine.engineId();
        credential = *Credential::user(std::move(ours)); // it was valid before
    }
    session = std::make_unique<Session>(m_engine, m_receiver.endpoint, credential, m_receiver.bounds);
    connect(session.get(), &Session::traffic, this, &Sender::traffic);
    return *session;
}

Result<std::unique_ptr<Request>> Sender::send(const TrapDraft &draft) {
    if (const auto obstacle = draft.obstacle(m_credential.version()))
        return *obstacle;
    if (m_credential.version() == Version::V1)
        return session(false).trap(draft.headV1(), *draft.varBindsV1());
    if (!draft.isInform)
        return session(false).trap(draft.varBindsV2());
    Scope scope;
    if (m_credential.version() == Version::V3)
        scope.contextEngineId = m_engine.engineId(); // whose context it tells of (RFC 3413 3.3)
    return session(true).inform(draft.varBindsV2(), scope);
}

} // namespace walkabout
