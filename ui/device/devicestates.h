// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/device.h"
#include "ui/shared/palette.h"

#include <QHash>
#include <QObject>
#include <QUuid>

#include <chrono>
#include <optional>

namespace walkabout {

struct Event;
class Failure;
class OpenDevice;
class OpenDevices;

/// How the last exchange with a device ended. A value; its words are made where they are shown.
struct DeviceState {
    enum class Kind { Unknown, Answered, Silent, Refused, Denied, Failed };

    Kind kind = Kind::Unknown;
    std::chrono::microseconds roundTrip{0}; // of an answer; 0: not known
    UtcMicroseconds when;
    QString why; // a sentence, where it did not answer

    /// A word or two: "12 ms", "silent".
    [[nodiscard]] QString word() const;
    /// "answered in 12 ms, at 10:23:07".
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tint tint() const;

    friend bool operator==(const DeviceState &, const DeviceState &) = default;
};

/// The states of the devices that are open, or were in this run: heard from what their sessions met. Owned by the
/// window; the devices outlive it.
class DeviceStates final : public QObject {
    Q_OBJECT

public:
    explicit DeviceStates(OpenDevices &devices, QObject *parent = nullptr);

    /// Which device it is: its UUID; the demo, which has another in each place, has none.
    [[nodiscard]] static QUuid key(const Device &device) {
        return device.kind == Device::Kind::Demo ? QUuid() : device.id;
    }
    [[nodiscard]] DeviceState of(const QUuid &device) const { return m_states.value(device).state; }

signals:
    /// Not more often than a person can read it.
    void changed(const QUuid &device);

private:
    struct Known {
        DeviceState state;
        UtcMicroseconds told;
    };
    void hear(const Event &event);
    void fail(const QUuid &device, const Failure &failure);
    void put(const QUuid &device, DeviceState state);
    [[nodiscard]] std::optional<QUuid> deviceOf(quint64 session);

    OpenDevices &m_devices;
    QHash<QUuid, Known> m_states;
    quint64 m_lastSession = 0; // most events in a row are of one
    QUuid m_lastDevice;
};

} // namespace walkabout
