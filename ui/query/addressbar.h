// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QWidget>

class QToolButton;

namespace walkabout {

class AddressEdit;
class DeviceBox;
class DeviceModel;
class OpenDevice;
class VerbButtons;

/// The bar on top: device, padlock, address, verbs. Shows and asks; the window does.
class AddressBar final : public QWidget {
    Q_OBJECT

public:
    explicit AddressBar(DeviceModel &devices, QWidget *parent = nullptr);

    [[nodiscard]] DeviceBox &device() { return *m_device; }
    [[nodiscard]] AddressEdit &address() { return *m_address; }
    [[nodiscard]] VerbButtons &verbs() { return *m_verbs; }

    void setLibrary(Library::Pointer library);
    /// The state of the current tab's device; nullptr: none is open. What is being typed stays.
    void showDevice(const OpenDevice *device);
    void setDevice(const OpenDevice &device);
    void setAddress(const QString &text);

signals:
    void writesAsked(bool allow);
    /// The device shown is not a saved one, and should be.
    void saveAsked();
    /// When allowed writes close again.
    void idleMenuAsked(const QPoint &globalPosition);

private:
    void followAddress();

    Library::Pointer m_library = Library::empty();
    DeviceBox *m_device;
    QToolButton *m_writes;
    QToolButton *m_star;
    AddressEdit *m_address;
    VerbButtons *m_verbs;
};

} // namespace walkabout
