// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/changerun.h"
#include "ui/device/opendevice.h"

#include <map>

namespace walkabout {

class DeviceEditing;

/// From a sheet to its device: asks for what writing needs, sends the sheet once, tells what became of it. Owned by the
/// window.
class ChangeFlow final : public QObject {
    Q_OBJECT

public:
    explicit ChangeFlow(DeviceEditing &editing, QObject *parent);
    ~ChangeFlow() override;

    void setLibrary(Library::Pointer library) { m_library = std::move(library); }
    /// Its sheet, as it is now.
    void send(OpenDevice &device);
    /// What waits for this device to be opened is not sent: somebody would not say what it needs.
    void forget(const QUuid &device);

signals:
    /// Why nothing was sent.
    void refused(const walkabout::Failure &failure);
    /// What a person should know before it is sent again.
    void held(const QString &text);
    void sent(walkabout::OpenDevice *device, const walkabout::Query &query);
    /// Nobody answered: it is read back.
    void silent(walkabout::OpenDevice *device, const walkabout::Failure &failure);
    /// What became of it, and what stands there now.
    void ended(walkabout::OpenDevice *device, const QList<walkabout::DoneChange> &done,
        const QList<walkabout::VarBind> &readBack);

private:
    void sendOnceOpen(OpenDevice &device);
    void begin(OpenDevice &device);
    void finish(OpenDevice &device);
    void activateRows(ChangeSheet &sheet, const QList<DoneChange> &done) const;

    DeviceEditing &m_editing;
    Library::Pointer m_library = Library::empty();
    std::map<OpenDevice *, std::unique_ptr<ChangeRun>> m_runs;
    std::map<OpenDevice *, VarBinds> m_waiting; // for the device to open, or for what writing needs
};

} // namespace walkabout
