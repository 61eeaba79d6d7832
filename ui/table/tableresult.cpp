// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tableresult.h"

namespace walkabout {

TableResult::TableResult(const ResultStore &, const Oid &, QWidget *parent)
    : QWidget(parent) {}

void TableResult::setLibrary(Library::Pointer) {}

void TableResult::ended(const Operation &) {}

} // namespace walkabout
