// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/walkline.h"

#include "core/sim/walkvalue.h"

namespace walkabout::walkline {

QByteArray of(const VarBind &varBind) {
    return '.' + varBind.oid.toString().toLatin1() + " = " + WalkValue::write(varBind.value);
}

QByteArray timeticks(quint32 hundredths) {
    return WalkValue::write(Value::timeTicks(hundredths)).mid(qsizetype(qstrlen("Timeticks: ")));
}

} // namespace walkabout::walkline
