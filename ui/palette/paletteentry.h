// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QAction>
#include <QIcon>
#include <QPointer>

#include <variant>

namespace walkabout {

/// One thing that the palette offers: what it is called, what stands dim beside it, and what choosing it leads to. A
/// value; it never holds a secret.
struct PaletteEntry {
    enum class Group : quint8 { Recent, Action, Setting, Device, Table, Object };

    /// A device as it is named or typed; without an address it is asked who it is.
    struct Place {
        QString device;
        QString address;
    };

    Group group = Group::Action;
    QString id; // under which it is remembered as used; empty: it is not
    QString text;
    QString detail;
    QString keys;
    QIcon icon;
    bool isEnabled = true;
    std::variant<QPointer<QAction>, Place, Oid> target;
};

} // namespace walkabout
