// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/device/opendevices.h"

namespace walkabout {

class ConfirmBar;
class NoticeBar;
class SecretsBar;

/// What is done to devices: add, edit, duplicate, remove, save what was typed; the secrets that are missing asked for;
/// the padlock. Owned by the window.
class DeviceEditing final : public QObject {
    Q_OBJECT

public:
    struct Bars {
        SecretsBar &secrets;
        ConfirmBar &confirm;
        NoticeBar &notice;
    };
    DeviceEditing(OpenDevices &devices, Bars bars, QWidget *window);

    void add();
    void edit(const Device &device);
    void duplicate(const Device &device);
    /// Settings without its secrets: saved where the device is, and open with from now on.
    void change(const Device &device);
    /// At once; the notice offers it back.
    void remove(const Device &device);
    void allowWrites(OpenDevice &device, bool allow);
    /// Asks for what writing needs.
    void wantWriteSecret(OpenDevice &device);

signals:
    /// A device got its name or other settings.
    void saved(const walkabout::Device &device);
    void writesDeclined();

private:
    void follow(OpenDevice *device);
    /// kept: its secrets as they are stored. What stays so is not written again: it may not have been readable.
    void openDialog(const Device &device, const Secrets &shown, const Secrets &kept);
    void keep(const Device &device);
    void goOn(const Device &device);

    OpenDevices &m_devices;
    Bars m_bars;
    QWidget *m_window;
};

} // namespace walkabout
