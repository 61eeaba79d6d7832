// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/engine.h"

#include <QWidget>

namespace walkabout {

/// Live traps: list, bindings, definition, with a listener on a port. The engine outlives it.
class TrapPanel final : public QWidget {
    Q_OBJECT

public:
    explicit TrapPanel(Engine &engine, QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);

signals:
    void countChanged(int count);
};

} // namespace walkabout
