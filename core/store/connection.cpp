// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

namespace walkabout {

Result<std::unique_ptr<Connection>> Connection::open(Engine &engine, const Device &device, const Secrets &secrets) {
    const auto credential = device.readCredential(secrets);
    if (!credential)
        return credential.failure();
    return std::unique_ptr<Connection>(new Connection(engine, device, secrets, *credential));
}

Connection::Connection(Engine &engine, Device device, Secrets secrets, const Credential &read)
    : m_engine(engine)
    , m_device(std::move(device))
    , m_secrets(std::move(secrets))
    , m_reader(std::make_unique<Session>(engine, m_device.endpoint, read, m_device.bounds)) {
    connect(m_reader.get(), &Session::traffic, this, &Connection::traffic);
}

Connection::~Connection() = default;

Result<Session *> Connection::writer() {
    const auto credential = m_device.writeCredential(m_secrets);
    if (!credential)
        return credential.failure();
    if (m_device.version == Version::V3)
        return m_reader.get(); // one user: one session
    if (!m_writer) {
        m_writer = std::make_unique<Session>(m_engine, m_device.endpoint, *credential, m_device.bounds);
        connect(m_writer.get(), &Session::traffic, this, &Connection::traffic);
    }
    return m_writer.get();
}

} // namespace walkabout
