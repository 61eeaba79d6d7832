// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/types.h"

namespace walkabout {

/// What the numbers of an object stand for.
enum class Refers : quint8 { Nothing, Interface, BridgePort };

/// A number that stands for an interface, as its device has it.
struct InterfaceReference {
    Refers refers = Refers::Nothing;
    quint32 number = 0;

    friend bool operator==(const InterfaceReference &, const InterfaceReference &) = default;
};

/// Whether an object's values, or the part of an index that it is, are interfaces (ifIndex) or ports of a bridge
/// (dot1dBasePort): by its type, InterfaceIndex and InterfaceIndexOrZero (RFC 2863), or by its name where a standard
/// module gives it a plain INTEGER. name: without its module.
[[nodiscard]] Refers refersTo(QStringView name, const TypeInfo &type);

} // namespace walkabout
