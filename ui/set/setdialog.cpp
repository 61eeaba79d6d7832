// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/setdialog.h"

namespace walkabout {

SetDialog::SetDialog(Library::Pointer, const QString &, const Oid &, const std::optional<Value> &, QWidget *parent)
    : QDialog(parent) {}

void SetDialog::showOutcome(const Operation &) {}

} // namespace walkabout
