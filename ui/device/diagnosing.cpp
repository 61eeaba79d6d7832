// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/diagnosing.h"

#include "core/work/diagnosing.h"
#include "ui/device/deviceediting.h"
#include "ui/device/diagnosissheet.h"
#include "ui/device/opendevices.h"

namespace walkabout {

Diagnosing::Diagnosing(OpenDevices &devices, DiagnosisSheet &sheet, DeviceEditing &editing, QObject *parent)
    : QObject(parent)
    , m_devices(devices)
    , m_sheet(sheet)
    , m_editing(editing) {
    connect(&sheet, &DiagnosisSheet::remedyChosen, this, &Diagnosing::mend);
}

void Diagnosing::ask(OpenDevice &device, const QString &object) {
    m_device = &device;
    if (const Connection *connection = device.connection()) // the demo's and a recording's address is that of its agent
        return askWith(device, connection->readCredential(), object);
    device.readSecrets(&device, [this, &device, object](const Secrets &secrets) {
        askWith(device, device.device().readCredential(secrets), object);
    });
}

void Diagnosing::askWith(OpenDevice &device, const Result<Credential> &credential, const QString &object) {
    if (!credential) {
        emit refused(credential.failure());
        return;
    }
    const Device &described = device.connection() ? device.connection()->device() : device.device();
    Result<DiagnosisPlan> plan = diagnosing::plan(described, *credential, object, *m_library);
    if (!plan) {
        emit refused(plan.failure());
        return;
    }
    for (OpenDevice *other : m_devices.all()) {
        if (other != &device && other->connection() && !other->connection()->reader().engineId().isEmpty())
            plan->engines.insert(other->device().label(), other->connection()->reader().engineId());
    }
    m_sheet.ask(device.device().label(), *std::move(plan));
}

void Diagnosing::mend(const Remedy &remedy) {
    if (!m_device)
        return;
    Device device = m_device->device();
    device.mend(remedy);
    m_editing.change(device);
}

} // namespace walkabout
