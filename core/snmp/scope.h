// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace walkabout {

/// The SNMPv3 context of a request (RFC 3411 3.3.1). Empty: the credential's own.
struct Scope {
    QByteArray contextName;
    QByteArray contextEngineId;

    friend bool operator==(const Scope &, const Scope &) = default;
};

} // namespace walkabout
