// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"
#include "core/work/describe.h"

class QMenu;

/// Varbinds as other programs take them.
namespace walkabout::copyas {

/// What the menu copies.
struct Copied {
    VarBinds varBinds;
    Describe describe;
    Device device;
};
/// "Copy As": names, MODULE::name.instance, net-snmp's lines, JSON, the command that reads them. A line each.
void addTo(QMenu &menu, const std::function<Copied()> &what);

enum class Form { Name, QualifiedName, Line, Json, Command };
[[nodiscard]] QString text(Form form, const Copied &copied);

} // namespace walkabout::copyas
