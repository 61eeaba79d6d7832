// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/diagnosis.h"

#include <QObject>
#include <QPointer>

namespace walkabout {

class DeviceEditing;
class DiagnosisSheet;
class OpenDevice;
class OpenDevices;

/// From "Why?" to the sheet and back: gathers what a diagnosis needs of a device, and changes the device where a person
/// takes what it proposes. Owned by the window.
class Diagnosing final : public QObject {
    Q_OBJECT

public:
    Diagnosing(OpenDevices &devices, DiagnosisSheet &sheet, DeviceEditing &editing, QObject *parent);

    void setLibrary(Library::Pointer library) { m_library = std::move(library); }
    /// object: what was asked for in vain, as typed; empty: nothing in particular.
    void ask(OpenDevice &device, const QString &object);

signals:
    void refused(const walkabout::Failure &failure);

private:
    void askWith(OpenDevice &device, const Result<Credential> &credential, const QString &object);
    void mend(const Remedy &remedy);

    OpenDevices &m_devices;
    DiagnosisSheet &m_sheet;
    DeviceEditing &m_editing;
    Library::Pointer m_library = Library::empty();
    QPointer<OpenDevice> m_device;
};

} // namespace walkabout
