// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/opendevice.h"

#include "core/base/log.h"

using namespace std::chrono_literals;

namespace walkabout {

namespace {

bool needsSecrets(const Device &device) {
    return device.kind == Device::Kind::Live
        && (device.version != Version::V3 || device.level != SecurityLevel::NoAuthNoPriv);
}

} // namespace

OpenDevice::OpenDevice(
    Engine &engine, SecretStore &secrets, Log &log, const Library::Pointer &library, Device device, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_store(secrets)
    , m_log(log)
    , m_library(library)
    , m_device(std::move(device)) {
    m_idle.setSingleShot(true);
    m_idle.setInterval(10min);
    connect(&m_idle, &QTimer::timeout, this, [this] { allowWrites(false); });
    connect(&m_changes, &ChangeSheet::changed, this, &OpenDevice::touch);
}

void OpenDevice::open() {
    if (m_readsSecrets || m_opening)
        return;
    m_readsSecrets = true;
    if (!needsSecrets(m_device)) { // and no keyring or vault is opened for it
        QMetaObject::invokeMethod(
            this, [this] { openWith({}); }, Qt::QueuedConnection);
        return;
    }
    readSecrets(this, [this](const Secrets &known) { openWith(known); });
}

void OpenDevice::openWith(const Secrets &secrets) {
    m_readsSecrets = false;
    for (const Secret &secret :
        {secrets.readCommunity, secrets.writeCommunity, secrets.authPassphrase, secrets.privPassphrase})
        m_log.scrub(secret);
    m_opening = std::make_unique<Opening>(m_engine, m_device, secrets, m_library);
    connect(m_opening.get(), &Opening::finished, this, &OpenDevice::finish);
}

void OpenDevice::finish() {
    auto target = m_opening->take();
    m_opening.release()->deleteLater(); // its signal brought us here
    if (target) {
        m_target = std::move(*target);
        m_interfaces = std::make_unique<InterfaceReader>(m_target->connection());
        connect(m_interfaces.get(), &InterfaceReader::changed, this, &OpenDevice::interfacesChanged);
        connect(m_interfaces.get(), &InterfaceReader::settled, this, &OpenDevice::tellWaiting);
        if (!m_waiting.isEmpty())
            m_interfaces->want(Refers::BridgePort);
        connect(&m_target->connection(), &Connection::traffic, this, [this](const Traffic &each) {
            m_peer = each.path.peer;
            emit traffic(each);
        });
        emit opened();
    } else if (target.failure().kind() == Failure::Kind::NoSecret) {
        emit secretsWanted(target.failure());
    } else {
        emit failed(target.failure());
        tellWaiting();
    }
}

void OpenDevice::reset(const Device &device) {
    const Device before = std::exchange(m_device, device);
    if (!(before.endpoint == device.endpoint) || (device.production && !before.production))
        allowWrites(false);
    close();
    if (std::exchange(m_opening, nullptr)) // who waits for it waits for the new one
        open();
    emit described(before.label());
}

void OpenDevice::readSecrets(QObject *context, std::function<void(const Secrets &)> answer) {
    m_store.read(m_device.secretsOwner(), context,
        [answer = std::move(answer)](const Result<Secrets> &secrets) { answer(secrets ? *secrets : Secrets()); });
}

void OpenDevice::give(const Secrets &secrets) {
    m_store.write(m_device.secretsOwner(), secrets, this, {});
    close();
    m_opening.reset();
    open();
}

void OpenDevice::close() {
    if (!m_target)
        return;
    m_interfaces.reset();
    m_target.reset();
    emit closed();
    emit interfacesChanged();
}

void OpenDevice::allowWrites(bool allow) {
    if (isSandbox() || allow == m_writes)
        return;
    m_writes = allow;
    if (allow)
        m_idle.start();
    else
        m_idle.stop();
    emit writesChanged(allow);
}

void OpenDevice::touch() {
    if (m_writes)
        m_idle.start();
}

} // namespace walkabout
