// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/portrefusal.h"

#include "core/trap/portright.h"
#include "core/trap/username.h"

#include <unistd.h>

namespace walkabout {

PortRefusal PortRefusal::look(const QHostAddress &address, quint16 port) {
    PortRefusal refusal;
    refusal.port = port;
    refusal.holder = PortHolder::of(address, port);
    refusal.lacksRight = !PortRight::ofThisProgram().covers(port);
    refusal.person = userName(::geteuid());
    return refusal;
}

QString PortRefusal::text() const {
    const QString number = QString::number(port);
    if (holder && lacksRight)
        return tr("%1 holds port %2, and %3 may not bind it").arg(holder->text(), number, person);
    if (holder)
        return tr("%1 holds port %2").arg(holder->text(), number);
    if (lacksRight)
        return tr("%1 has no right to bind port %2").arg(person, number);
    return {};
}

} // namespace walkabout
