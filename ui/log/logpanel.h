// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <QWidget>

namespace walkabout {

/// What the program said, with levels and a filter line. The log outlives it.
class LogPanel final : public QWidget {
    Q_OBJECT

public:
    explicit LogPanel(Log &log, QWidget *parent = nullptr);
};

} // namespace walkabout
