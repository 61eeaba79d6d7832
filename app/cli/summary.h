// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"

namespace walkabout {

/// What several operations of one command cost together, and how the last one ended.
struct Summary {
    Figures figures;
    Ending ending = Ending::Whole;

    void add(const Operation &operation);
    /// "1,204 varbinds, 26 requests, 0 retries, 0.14 s, whole"; behind the retries what this system dropped, if it did.
    [[nodiscard]] QString text() const;
    /// {"end":"whole","varbinds":1204,...}
    [[nodiscard]] QByteArray json() const;
};

} // namespace walkabout
