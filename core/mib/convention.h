// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/types.h"

namespace walkabout::convention {

/// The type is, or is derived from, a textual convention of this name, whatever module it comes from: "InetAddress".
[[nodiscard]] bool is(const TypeInfo &type, QStringView name);
/// InetAddressType's or one of its address forms' kind (addresstext::Kind); Unknown for InetAddress itself and for
/// others.
[[nodiscard]] qint64 addressKind(const TypeInfo &type);
/// InetAddress or one of its forms.
[[nodiscard]] bool isAddress(const TypeInfo &type);
/// A hardware address: MacAddress, PhysAddress, or octets with the hint "1x:" of any width.
[[nodiscard]] bool isHardwareAddress(const TypeInfo &type);

} // namespace walkabout::convention
