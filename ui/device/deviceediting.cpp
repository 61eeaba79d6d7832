// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/deviceediting.h"

#include "ui/device/confirmbar.h"
#include "ui/device/devicedialog.h"
#include "ui/device/secretsbar.h"
#include "ui/shared/noticebar.h"

namespace walkabout {

DeviceEditing::DeviceEditing(OpenDevices &devices, Bars bars, QWidget *window)
    : QObject(window)
    , m_devices(devices)
    , m_bars(bars)
    , m_window(window) {
    connect(&devices, &OpenDevices::added, this, &DeviceEditing::follow);
    connect(&bars.secrets, &SecretsBar::given, this, [this](const QUuid &id, const Secrets &secrets) {
        if (OpenDevice *open = m_devices.find(id))
            open->give(secrets);
    });
    connect(&bars.secrets, &SecretsBar::settingsRequested, this, &DeviceEditing::edit);
    connect(&bars.confirm, &ConfirmBar::confirmed, this, [this](const QUuid &id) {
        if (OpenDevice *open = m_devices.find(id))
            open->allowWrites(true);
    });
    connect(&bars.confirm, &ConfirmBar::dismissed, this, &DeviceEditing::writesDeclined);
}

void DeviceEditing::follow(OpenDevice *device) {
    connect(device, &OpenDevice::secretsWanted, this, [this, device] {
        device->readSecrets(device, [this, device](const Secrets &known) {
            m_bars.secrets.ask(device->device(), known, SecretsBar::For::Reading);
        });
    });
}

void DeviceEditing::wantWriteSecret(OpenDevice &device) {
    device.readSecrets(&device, [this, &device](const Secrets &known) {
        m_bars.secrets.ask(device.device(), known, SecretsBar::For::Writing);
    });
}

void DeviceEditing::add() {
    Secrets secrets;
    secrets.readCommunity = Secret("public"); // offered: to be seen and edited
    openDialog({}, secrets, {});
}

void DeviceEditing::edit(const Device &device) {
    m_devices.secrets().read(device.id, this, [this, device](const Result<Secrets> &known) {
        if (!known)
            m_bars.notice.complain(known.failure().text());
        const Secrets kept = known ? *known : Secrets{};
        Secrets shown = kept;
        if (known && kept == Secrets{} && device.version != Version::V3)
            shown.readCommunity = Secret("public");
        openDialog(device, shown, kept);
    });
}

void DeviceEditing::duplicate(const Device &device) {
    m_devices.secrets().read(device.id, this, [this, device](const Result<Secrets> &known) {
        Device copy = device;
        copy.id = QUuid::createUuid();
        copy.name = m_devices.saved().freeName(device.name);
        openDialog(copy, known ? *known : Secrets{}, {});
    });
}

void DeviceEditing::openDialog(const Device &device, const Secrets &shown, const Secrets &kept) {
    auto *dialog = new DeviceDialog(m_devices, device, shown, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kept] {
        const Device changed = dialog->device();
        const Secrets secrets = dialog->secrets();
        if (changed.kind == Device::Kind::Live && changed.profile.isNull() && !(secrets == kept))
            m_devices.secrets().write(changed.id, secrets, this, {});
        keep(changed);
    });
    dialog->open();
}

void DeviceEditing::keep(const Device &device) {
    if (const std::optional<Failure> failure = m_devices.saved().save(device))
        m_bars.notice.complain(failure->text());
    goOn(device);
}

void DeviceEditing::change(const Device &device) {
    const bool isSaved = m_devices.saved().find(device.id);
    if (const auto failure = isSaved ? m_devices.saved().save(device) : std::nullopt)
        m_bars.notice.complain(failure->text());
    goOn(device);
}

// An open one goes on with the new settings, also where it could not be saved.
void DeviceEditing::goOn(const Device &device) {
    if (OpenDevice *open = m_devices.find(device.id)) {
        open->reset(device);
        m_bars.secrets.hide();
        open->open();
    }
    emit saved(device);
}

void DeviceEditing::remove(const Device &shown) {
    const auto device = std::make_shared<const Device>(shown); // the list lets go of it below
    // Its secrets are read while they are there, to be given back with it.
    const auto undone = std::make_shared<bool>(false);
    const auto secrets = std::make_shared<Secrets>();
    m_devices.secrets().read(device->id, this, [this, device, undone, secrets](const Result<Secrets> &known) {
        if (known)
            *secrets = *known;
        if (!*undone)
            m_devices.secrets().remove(device->id, this, {});
    });
    if (const std::optional<Failure> failure = m_devices.saved().remove(device->id)) {
        *undone = true;
        m_bars.notice.complain(failure->text());
        return;
    }
    m_bars.notice.tell(tr("%1 was removed.").arg(device->label()), tr("Undo"), [this, device, undone, secrets] {
        *undone = true;
        if (const std::optional<Failure> failure = m_devices.saved().save(*device))
            m_bars.notice.complain(failure->text());
        if (!(*secrets == Secrets{}))
            m_devices.secrets().write(device->id, *secrets, this, {});
    });
}

void DeviceEditing::allowWrites(OpenDevice &device, bool allow) {
    if (allow && device.device().production && !device.isWritable())
        m_bars.confirm.ask(device.device().id, device.device().label());
    else
        device.allowWrites(allow);
}

} // namespace walkabout
