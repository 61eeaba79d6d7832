// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/endpoint.h"

#include <QHostAddress>

namespace walkabout {

/// A name's addresses that the endpoint's transport can use, in the order in which they are tried: IPv4, then IPv6.
[[nodiscard]] QList<QHostAddress> inAskingOrder(const QList<QHostAddress> &addresses, const Endpoint &endpoint);

} // namespace walkabout
