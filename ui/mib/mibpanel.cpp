// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibpanel.h"

namespace walkabout {

MibPanel::MibPanel(QWidget *parent)
    : QWidget(parent) {}

void MibPanel::setLibrary(Library::Pointer) {}

void MibPanel::reveal(const Oid &) {}

void MibPanel::focusSearch() {}

} // namespace walkabout
