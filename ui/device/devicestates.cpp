// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicestates.h"

#include "core/snmp/engine.h"
#include "core/snmp/events.h"
#include "core/snmp/usmrefusal.h"
#include "ui/device/opendevices.h"
#include "ui/shared/localtime.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

namespace {

constexpr auto TellInterval = 1s;

DeviceState::Kind stateOf(const Failure &failure) {
    if (isUsmRefusal(failure.kind()))
        return DeviceState::Kind::Denied;
    switch (failure.kind()) {
    case Failure::Kind::Refused: return DeviceState::Kind::Refused;
    case Failure::Kind::Timeout:
    case Failure::Kind::LostSet:
    case Failure::Kind::Unreachable: return DeviceState::Kind::Silent;
    case Failure::Kind::UnknownContext:
    case Failure::Kind::SilentPrivacy: return DeviceState::Kind::Denied;
    default: return DeviceState::Kind::Failed;
    }
}

QString durationText(std::chrono::microseconds time) {
    const double ms = double(time.count()) / 1000;
    return DeviceStates::tr("%1 ms").arg(ms, 0, 'f', ms < 10 ? 1 : 0);
}

} // namespace

QString DeviceState::word() const {
    switch (kind) {
    case Kind::Unknown: return {};
    case Kind::Answered: return roundTrip.count() > 0 ? durationText(roundTrip) : DeviceStates::tr("answered");
    case Kind::Silent: return DeviceStates::tr("silent");
    case Kind::Refused: return DeviceStates::tr("refused");
    case Kind::Denied: return DeviceStates::tr("denied");
    case Kind::Failed: return DeviceStates::tr("failed");
    }
    return {};
}

QString DeviceState::text() const {
    if (kind == Kind::Unknown)
        return DeviceStates::tr("not asked in this run");
    const QString at = shortLocalTime(when);
    if (kind != Kind::Answered)
        return DeviceStates::tr("%1, at %2: %3").arg(word(), at, why);
    return roundTrip.count() > 0 ? DeviceStates::tr("answered in %1, at %2").arg(durationText(roundTrip), at)
                                 : DeviceStates::tr("answered, at %1").arg(at);
}

Tint DeviceState::tint() const {
    switch (kind) {
    case Kind::Answered: return Tint::Good;
    case Kind::Silent:
    case Kind::Refused: return Tint::Bad;
    case Kind::Denied:
    case Kind::Failed: return Tint::Warning;
    case Kind::Unknown: break;
    }
    return Tint::Dim;
}

DeviceStates::DeviceStates(OpenDevices &devices, QObject *parent)
    : QObject(parent)
    , m_devices(devices) {
    connect(&devices.engine().events(), &Events::happened, this, &DeviceStates::hear);
    connect(&devices, &OpenDevices::added, this, [this](OpenDevice *device) {
        connect(device, &OpenDevice::failed, this,
            [this, device](const Failure &failure) { fail(key(device->device()), failure); });
    });
}

std::optional<QUuid> DeviceStates::deviceOf(quint64 session) {
    if (session == 0)
        return {};
    if (session == m_lastSession)
        return m_lastDevice;
    for (const OpenDevice *open : m_devices.all()) {
        if (!open->hasSession(session))
            continue;
        m_lastSession = session;
        m_lastDevice = key(open->device());
        return m_lastDevice;
    }
    return {};
}

void DeviceStates::hear(const Event &event) {
    const bool isAnswer = event.kind == Event::Kind::Response;
    if (!isAnswer && !event.failure)
        return;
    const std::optional<QUuid> device = deviceOf(event.source);
    if (!device)
        return;
    if (isAnswer)
        put(*device, {DeviceState::Kind::Answered, event.roundTrip, event.time, {}});
    else if (event.kind == Event::Kind::Report || event.kind == Event::Kind::Timeout)
        put(*device, {stateOf(*event.failure), {}, event.time, event.failure->text()});
}

void DeviceStates::fail(const QUuid &device, const Failure &failure) {
    put(device, {stateOf(failure), {}, utcNow(), failure.text()});
}

void DeviceStates::put(const QUuid &device, DeviceState state) {
    Known &known = m_states[device];
    const bool isNews = known.state.kind != state.kind || state.when - known.told >= TellInterval;
    known.state = std::move(state);
    if (!isNews)
        return;
    known.told = known.state.when;
    emit changed(device);
}

} // namespace walkabout
