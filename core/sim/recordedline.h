// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"

#include <QString>

namespace walkabout {

/// What one line of a recording (or several, where a value has line breaks) said: a varbind, or the reason why there is
/// none.
struct RecordedLine {
    VarBind varBind;
    QString reason; // empty: the varbind stands
    int line = 0; // 1-based; the first of several
    QByteArray text;

    [[nodiscard]] bool ok() const { return reason.isEmpty(); }
};

} // namespace walkabout
