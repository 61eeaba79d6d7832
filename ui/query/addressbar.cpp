// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/addressbar.h"

#include "core/work/objectname.h"
#include "ui/device/devicebox.h"
#include "ui/device/opendevice.h"
#include "ui/query/addressedit.h"
#include "ui/query/objectlist.h"
#include "ui/query/verbbuttons.h"
#include "ui/shared/icon.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace walkabout {

AddressBar::AddressBar(DeviceModel &devices, QWidget *parent)
    : QWidget(parent)
    , m_device(new DeviceBox(devices, this))
    , m_writes(new QToolButton(this))
    , m_star(new QToolButton(this))
    , m_address(new AddressEdit(this))
    , m_verbs(new VerbButtons(this)) {
    m_writes->setAccessibleName(tr("Allow writes"));
    m_writes->setCheckable(true);
    m_writes->setAutoRaise(true);
    m_star->setAccessibleName(tr("Save device"));
    m_star->setToolTip(tr("Save this device"));
    m_star->setIcon(icon(Glyph::Star));
    m_star->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(m_device, 2);
    layout->addWidget(m_star);
    layout->addWidget(m_writes);
    layout->addWidget(m_address, 5);
    layout->addWidget(m_verbs);
    connect(m_writes, &QToolButton::clicked, this, [this](bool checked) { emit writesAsked(checked); });
    m_writes->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_writes, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { emit idleMenuAsked(m_writes->mapToGlobal(at)); });
    connect(m_star, &QToolButton::clicked, this, &AddressBar::saveAsked);
    connect(m_address, &QLineEdit::textChanged, this, &AddressBar::followAddress);
    showDevice(nullptr);
    followAddress();
}

void AddressBar::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    m_address->setLibrary(m_library);
    followAddress();
}

void AddressBar::showDevice(const OpenDevice *device) {
    const bool writable = device && device->isWritable();
    m_writes->setEnabled(device && !device->isSandbox());
    m_writes->setChecked(writable);
    m_writes->setIcon(writable ? icon(Glyph::Unlock, Tint::Warning) : icon(Glyph::Lock));
    m_writes->setToolTip(!device  ? tr("No device is open")
            : device->isSandbox() ? tr("The demo and recordings can be changed: they are played by this program")
            : writable ? tr("Writes are allowed; closes again after %1 idle minutes").arg(device->idleTime().count())
                       : tr("Read-only: allow writes to %1 for this run").arg(device->device().label()));
    m_star->setVisible(device && device->device().kind == Device::Kind::Live && device->device().name.isEmpty());
    m_device->setProduction(device && device->device().production);
    m_verbs->setDevice(device ? device->device().label() : QString(), writable);
}

void AddressBar::setDevice(const OpenDevice &device) {
    showDevice(&device);
    m_device->showDevice(device.device().label());
}

void AddressBar::setAddress(const QString &text) {
    m_address->setText(text);
    m_address->setCursorPosition(0);
}

void AddressBar::followAddress() {
    const QStringList objects = splitObjects(m_address->text());
    if (objects.isEmpty()) {
        m_verbs->setObvious(Verb::Walk);
        return;
    }
    const Result<ObjectName> name = ObjectName::parse(objects.first(), *m_library);
    const bool several = objects.size() > 1;
    m_verbs->setObvious(several || !name ? Verb::Get : obviousVerb(*m_library, name->oid));
}

} // namespace walkabout
