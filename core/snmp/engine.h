// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>

namespace walkabout {

class Events;

/// The one owner of the net-snmp library's globals (design 3.3): initialises it with no configuration read and nothing
/// written, sends its log to the category walkabout.netsnmp, keeps our engine ID and boots in a locked file of ours
/// (RFC 3411 5, RFC 3414 2.2), and owns the USM tables. One in a process, made in main before any session, passed by
/// reference, outliving them all.
class Engine final {
public:
    /// stateFolder: where the engine's file is kept; empty: nothing is kept, a fresh engine ID each time.
    explicit Engine(const QString &stateFolder = {});
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    [[nodiscard]] QByteArray engineId() const;
    [[nodiscard]] quint32 boots() const;
    /// Seconds since this engine started (RFC 3414 2.2.1).
    [[nodiscard]] quint32 time() const;

    /// What happens on its sessions and listeners.
    [[nodiscard]] Events &events() { return *m_events; }

    class Private;
    [[nodiscard]] Private &p() { return *d; } // for the files of core/snmp

private:
    std::unique_ptr<Events> m_events;
    std::unique_ptr<Private> d;
};

} // namespace walkabout
