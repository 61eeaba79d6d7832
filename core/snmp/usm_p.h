// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/usmuser_p.h"

#include <net-snmp/net-snmp-config.h>

#include <net-snmp/net-snmp-includes.h>

#include <memory>

namespace walkabout {

/// The library's table of users and its clock of engines, both global there. Holds at most one user of ours at a time
/// beside the empty one of discovery, so an old key never wins and a stranger's engine ID leaves nothing behind
/// (design 3.4). Owned by the engine.
class Usm final {
public:
    Usm();
    ~Usm();
    Usm(const Usm &) = delete;
    Usm &operator=(const Usm &) = delete;

    /// Makes these keys the only ones for this engine and user; a Failure where a key is too short for its protocol.
    [[nodiscard]] std::optional<Failure> place(const UsmUser &user);
    /// Makes boots and time the library's idea of this engine's clock.
    void setClock(const QByteArray &engineId, quint32 boots, quint32 time);
    /// Wipes the keys that are in place.
    void clear();

private:
    UsmUser m_placed;
    usmUser *m_entry = nullptr; // in the library's list, which owns it until clear() takes it back
};

} // namespace walkabout
