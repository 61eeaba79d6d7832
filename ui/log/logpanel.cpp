// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logpanel.h"

namespace walkabout {

LogPanel::LogPanel(Log &, QWidget *parent)
    : QWidget(parent) {}

} // namespace walkabout
