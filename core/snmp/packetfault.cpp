// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packetfault.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString hexOctet(qint64 octet) { return u"%1"_s.arg(octet, 2, 16, QChar(u'0')); }

} // namespace

QString PacketFault::text() const {
    const QString name = packetFieldName(field);
    switch (kind) {
    case Kind::EndsInHead: return tr("the octets end within the tag or length of %1").arg(name);
    case Kind::BadLength: return tr("the length of %1 has a form that SNMP does not use").arg(name);
    case Kind::OverEnd:
        return tr("the length of %1 is %2, which goes over the end by %3").arg(name).arg(number).arg(other);
    case Kind::WrongTag:
        return tr("%1 should have tag %2, but tag %3 stands there").arg(name, hexOctet(other), hexOctet(number));
    case Kind::Missing: return tr("%1 is missing").arg(name);
    case Kind::Extra: return tr("%1 octets too many stand at the end of %2").arg(number).arg(name);
    case Kind::BadInteger: return tr("%1 is an INTEGER of %2 octets").arg(name).arg(number);
    case Kind::OutOfRange: return tr("%1 is %2, which is out of its range").arg(name).arg(number);
    case Kind::BadOid: return tr("the object identifier of %1 cannot be read").arg(name);
    case Kind::UnknownVersion: return tr("%1 is no version of SNMP").arg(number);
    case Kind::UnknownPdu: return tr("tag %1 is no PDU of SNMP").arg(hexOctet(number));
    case Kind::UnknownType: return tr("tag %1 is no type of SNMP").arg(hexOctet(number));
    case Kind::TooMany: return tr("only its first %1 elements are looked at").arg(number);
    }
    return {};
}

} // namespace walkabout
