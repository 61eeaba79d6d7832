// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QList>

namespace walkabout {

/// What a person wants to see of a table, remembered over restarts by its OID.
struct TableChoice {
    QList<Oid> columns; // shown, in this order; empty: all, as the modules have them
    QList<Oid> joined; // entries of the tables that stand beside it

    [[nodiscard]] bool isEmpty() const { return columns.isEmpty() && joined.isEmpty(); }
    friend bool operator==(const TableChoice &, const TableChoice &) = default;
};

} // namespace walkabout
