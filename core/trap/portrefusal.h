// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/portholder.h"

namespace walkabout {

/// Why a UDP port could not be bound: somebody holds it, the right to bind it is missing, or both (the system then
/// names the right alone). A value.
struct PortRefusal {
    Q_DECLARE_TR_FUNCTIONS(PortRefusal)

public:
    quint16 port = 0;
    std::optional<PortHolder> holder;
    bool lacksRight = false;
    QString person; // who runs this program, by the name that the system has

    /// As it stands now: for half a second at most, so not in the event loop.
    [[nodiscard]] static PortRefusal look(const QHostAddress &address, quint16 port);

    [[nodiscard]] bool isExplained() const { return holder || lacksRight; }
    /// The reason without a full stop: "snmptrapd (pid 812) holds port 162".
    [[nodiscard]] QString text() const;

    friend bool operator==(const PortRefusal &, const PortRefusal &) = default;
};

} // namespace walkabout
