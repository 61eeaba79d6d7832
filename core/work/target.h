// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recording.h"
#include "core/store/connection.h"
#include "core/store/devicestore.h"

#include <QCoreApplication>

#include <memory>

namespace walkabout {

class Responder;

/// A device being worked on: its connection and, where it is the demo or a recording, the responder that plays it on
/// loopback (design 3.9: there is no second path). Made by an Opening; owned by a tab's device, or by a command.
class Target final {
    Q_DECLARE_TR_FUNCTIONS(Target)

public:
    /// What stands behind a device that this program plays.
    struct Played {
        std::unique_ptr<Responder> responder; // nullptr: a live device
        QList<Recording::BadLine> badLines; // of its recording: passed over
    };
    Target(Device device, Played played, std::unique_ptr<Connection> connection);
    ~Target();

    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] const Device &device() const { return m_device; }
    /// The agent behind it; nullptr for a live device.
    [[nodiscard]] Responder *responder() { return m_played.responder.get(); }
    /// What its recording says and could not be read.
    [[nodiscard]] const QList<Recording::BadLine> &badLines() const { return m_played.badLines; }

    /// What a person typed, in cli.md's order: a saved device's name, "demo", a recording's path, or an address (v2c,
    /// no secrets).
    static Result<Device> read(QStringView text, const DeviceStore &saved);

private:
    Device m_device;
    Played m_played;
    std::unique_ptr<Connection> m_connection; // goes first
};

} // namespace walkabout
