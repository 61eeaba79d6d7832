// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recordedline.h"

#include <QCoreApplication>

namespace walkabout {

/// One line of an snmprec file, read and written: OID|TAG|VALUE, the tag as on the wire with x (hex) or e (escaped)
/// behind it. Values that a simulator's module makes up (65:numeric ...) are read where the line itself holds one.
class SnmpRec final {
    Q_DECLARE_TR_FUNCTIONS(SnmpRec)

public:
    static RecordedLine read(QByteArrayView line);
    static QByteArray write(const VarBind &varBind);
};

} // namespace walkabout
