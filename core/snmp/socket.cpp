// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/socket.h"

namespace walkabout {

Socket::Socket(QObject *parent)
    : QObject(parent) {}

Socket::~Socket() = default;

} // namespace walkabout
