// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/walkline.h"

#include "core/mib/types.h"
#include "core/sim/walkvalue.h"
#include "core/work/namedobject.h"

namespace walkabout::walkline {

QByteArray of(const VarBind &varBind) {
    return '.' + varBind.oid.toString().toLatin1() + " = " + WalkValue::write(varBind.value);
}

QByteArray named(const VarBind &varBind, const Describe &describe) {
    const NamedObject &object = describe.object(varBind.oid);
    QByteArray line;
    object.appendName(line, varBind.oid);
    line += " = ";
    if (const EnumItem *item = object.text().item(varBind.value))
        return line + "INTEGER: " + item->label.toUtf8() + '(' + QByteArray::number(item->number) + ')';
    if (varBind.value.type() == Value::Type::ObjectIdentifier)
        return line + "OID: " + describe.name(varBind.value.toOid()).toUtf8();
    return line + WalkValue::write(varBind.value);
}

QByteArray timeticks(quint32 hundredths) {
    return WalkValue::write(Value::timeTicks(hundredths)).mid(qsizetype(qstrlen("Timeticks: ")));
}

} // namespace walkabout::walkline
