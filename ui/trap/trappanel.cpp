// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trappanel.h"

namespace walkabout {

TrapPanel::TrapPanel(Engine &, QWidget *parent)
    : QWidget(parent) {}

void TrapPanel::setLibrary(Library::Pointer) {}

} // namespace walkabout
