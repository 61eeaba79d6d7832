// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/donechange.h"

#include "core/mib/convention.h"
#include "core/work/rowstatus.h"

#include <QCoreApplication>

#include <limits>

namespace walkabout::donechange {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("DoneChange", text); }

// Zero octets behind the last bit that is set say nothing (RFC 2578 7.1.4).
QByteArray withoutTail(QByteArray bits) {
    while (bits.endsWith('\0'))
        bits.chop(1);
    return bits;
}

bool isRowAsWanted(qint64 wanted, const Value &after) {
    const qint64 now = after.isInteger() ? after.toSigned() : 0;
    switch (wanted) {
    case rowstatus::CreateAndGo: return now == rowstatus::Active;
    case rowstatus::CreateAndWait: return now == rowstatus::NotInService || now == rowstatus::NotReady;
    case rowstatus::Destroy: return after.isException();
    default: return now == wanted;
    }
}

} // namespace

bool isAsWanted(const Library &library, const VarBind &change, const Value &after) {
    const TypeInfo type = library.nearest(change.oid).type();
    if (rowstatus::is(type) && change.value.isInteger())
        return isRowAsWanted(change.value.toSigned(), after);
    if (convention::is(type, u"TestAndIncr") && change.value.isInteger()) {
        const qint64 next
            = change.value.toSigned() == std::numeric_limits<qint32>::max() ? 0 : change.value.toSigned() + 1;
        return after.isInteger() && after.toSigned() == next;
    }
    if (convention::is(type, u"KeyChange")) // reads as nothing (RFC 3414 5)
        return after.isOctets() && after.octets().isEmpty();
    if (type.base == BaseType::Bits && change.value.isOctets() && after.isOctets())
        return withoutTail(change.value.octets()) == withoutTail(after.octets());
    return after == change.value;
}

Result<VarBind> undoing(const Library &library, const DoneChange &done) {
    const auto cannot = [](const QString &why) { return Failure(Failure::Kind::BadUsage, {why}); };
    const NodeRef object = library.nearest(done.change.oid);
    const TypeInfo type = object.type();
    const bool isRow = rowstatus::is(type);
    if (done.outcome == DoneChange::Outcome::Refused || done.outcome == DoneChange::Outcome::NotMade)
        return cannot(tr("it was not made"));
    if (isRow && done.change.value == Value::integer(rowstatus::Destroy))
        return cannot(tr("the row was destroyed, and its other values with it: create it anew"));
    if (object.access() == Access::WriteOnly || convention::is(type, u"KeyChange"))
        return cannot(tr("it can only be written, so that nobody knows what stood there"));
    if (!done.before)
        return cannot(tr("the value before could not be read"));
    if (isRow && done.before->isException())
        return cannot(tr("the row was created by it: destroy the row"));
    if (done.before->isException())
        return cannot(tr("there was no such instance before it"));
    if (isRow && *done.before == Value::integer(rowstatus::NotReady))
        return cannot(tr("no row can be made notReady"));
    if (convention::is(type, u"TestAndIncr"))
        return cannot(tr("it counts on with each change"));
    if (done.after == done.before)
        return cannot(tr("the value before stands there"));
    return VarBind{done.change.oid, *done.before};
}

} // namespace walkabout::donechange
