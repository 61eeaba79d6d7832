// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/objectdetails.h"

namespace walkabout {

ObjectDetails::ObjectDetails(QWidget *parent)
    : QWidget(parent) {}

void ObjectDetails::setLibrary(Library::Pointer) {}

void ObjectDetails::showObject(const Oid &) {}

} // namespace walkabout
