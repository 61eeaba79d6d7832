// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/opendevices.h"

#include "core/work/keptrecordings.h"

#include <algorithm>

namespace walkabout {

namespace {

bool isSameTarget(const Device &a, const Device &b) {
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case Device::Kind::Demo: return true;
    case Device::Kind::Recording: return a.recording == b.recording;
    case Device::Kind::Live: return a.name.isEmpty() && b.name.isEmpty() && a.endpoint == b.endpoint;
    }
    return false;
}

} // namespace

OpenDevices::OpenDevices(Engine &engine, DeviceStore &devices, SecretStore &secrets, Log &log, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_saved(devices)
    , m_secrets(secrets)
    , m_log(log) {
    connect(&m_saved, &DeviceStore::changed, this, [this] {
        for (const auto &[id, open] : m_open) {
            const Device *saved = m_saved.find(id);
            if (saved && !(*saved == open->device()))
                open->reset(*saved);
        }
    });
}

OpenDevice *OpenDevices::find(const QUuid &id) const {
    const auto found = m_open.find(id);
    return found == m_open.end() ? nullptr : found->second;
}

QList<OpenDevice *> OpenDevices::all() const {
    QList<OpenDevice *> devices;
    for (const auto &[id, open] : m_open)
        devices.append(open);
    return devices;
}

void OpenDevices::setIdleTime(std::chrono::minutes idle) {
    m_idle = idle;
    for (const auto &[id, open] : m_open)
        open->setIdleTime(idle);
}

OpenDevice *OpenDevices::take(const Device &device) {
    const auto found = std::ranges::find_if(m_open, [&device](const auto &entry) {
        return entry.first == device.id || isSameTarget(entry.second->device(), device);
    });
    if (found != m_open.end())
        return found->second;
    auto *open = new OpenDevice(m_engine, m_secrets, m_log, m_library, device, this);
    open->switchInterfaces(m_namesInterfaces);
    open->setIdleTime(m_idle);
    m_open.emplace(device.id, open);
    emit added(open);
    return open;
}

void OpenDevices::switchInterfaces(bool on) {
    m_namesInterfaces = on;
    for (const auto &[id, open] : m_open)
        open->switchInterfaces(on);
}

Result<OpenDevice *> OpenDevices::read(const QString &text) {
    const Result<Device> device = Target::read(text.trimmed(), m_saved);
    if (!device)
        return device.failure();
    return take(keptrecordings::keep(m_saved, *device));
}

} // namespace walkabout
