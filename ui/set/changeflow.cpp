// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/changeflow.h"

#include "core/work/rowstatus.h"
#include "ui/device/deviceediting.h"

namespace walkabout {

ChangeFlow::ChangeFlow(DeviceEditing &editing, QObject *parent)
    : QObject(parent)
    , m_editing(editing) {}

ChangeFlow::~ChangeFlow() = default;

void ChangeFlow::send(OpenDevice &device) {
    const ChangeSheet &sheet = device.changes();
    if (sheet.isEmpty() || sheet.isSending())
        return;
    device.touch();
    if (!device.isWritable()) {
        emit refused(Failure(Failure::Kind::ReadOnlyDevice, {device.device().label()}));
    } else if (!device.connection()) {
        sendOnceOpen(device);
        device.open();
    } else if (const Result<Session *> writer = device.connection()->writer(); writer) {
        begin(device);
    } else if (writer.failure().kind() == Failure::Kind::NoSecret) {
        sendOnceOpen(device);
        m_editing.wantWriteSecret(device);
    } else {
        emit refused(writer.failure());
    }
}

// What is sent then is what was to be sent now: a sheet that changed meanwhile waits for another word, and so does one
// whose device could not be opened.
void ChangeFlow::sendOnceOpen(OpenDevice &device) {
    m_waiting[&device] = device.changes().changes();
    device.disconnect(this);
    connect(&device, &OpenDevice::opened, this, [this, &device] {
        const auto waiting = m_waiting.extract(&device);
        if (!waiting.empty() && waiting.mapped() == device.changes().changes())
            send(device);
    });
    connect(&device, &OpenDevice::failed, this, [this, &device](const Failure &failure) {
        if (m_waiting.erase(&device) > 0)
            emit refused(failure);
    });
}

void ChangeFlow::forget(const QUuid &device) {
    std::erase_if(m_waiting, [&device](const auto &each) { return each.first->device().id == device; });
}

void ChangeFlow::begin(OpenDevice &device) {
    auto &run = m_runs[&device];
    run = std::make_unique<ChangeRun>(device.changes(), *device.connection(), m_library);
    connect(run.get(), &ChangeRun::sent, this, [this, &device](const Query &query) { emit sent(&device, query); });
    connect(run.get(), &ChangeRun::silent, this,
        [this, &device](const Failure &failure) { emit silent(&device, failure); });
    connect(run.get(), &ChangeRun::finished, this, [this, &device] { finish(device); });
}

void ChangeFlow::finish(OpenDevice &device) {
    ChangeRun *run = m_runs.extract(&device).mapped().release();
    run->deleteLater(); // its signal brought us here
    device.touch();
    switch (run->ending()) {
    case ChangeRun::End::Moved:
        emit held(
            tr("Nothing was sent: other values stand on %1 now than when they were put on the sheet. Look at them, "
               "then send again.")
                .arg(device.device().label()));
        return;
    case ChangeRun::End::NotSent:
        emit refused(run->failure().value_or(Failure(Failure::Kind::Closed, {device.device().label()})));
        return;
    case ChangeRun::End::Made:
    case ChangeRun::End::Refused:
    case ChangeRun::End::Silent: break;
    }
    activateRows(device.changes(), run->done());
    emit ended(&device, run->done(), run->readBack());
}

// A row that was made to wait is taken into service by a change of its own, when a person sends it.
void ChangeFlow::activateRows(ChangeSheet &sheet, const QList<DoneChange> &done) const {
    for (const DoneChange &each : done) {
        const bool waits = each.outcome == DoneChange::Outcome::Made
            && each.change.value == Value::integer(rowstatus::CreateAndWait)
            && rowstatus::is(*m_library, each.change.oid);
        if (waits)
            sheet.put({each.change.oid, Value::integer(rowstatus::Active)}, each.after);
    }
}

} // namespace walkabout
