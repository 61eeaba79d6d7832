// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/notification.h"

#include "core/trap/trapobject.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int LastGeneric = 5; // egpNeighborLoss; 6 is enterpriseSpecific

Value agentAddress(const QHostAddress &agent) {
    QByteArray octets(sizeof(quint32), Qt::Uninitialized);
    qToBigEndian(agent.toIPv4Address(), octets.data());
    return Value::ipAddress(octets).value_or(Value());
}

// RFC 3584 3.1.
void mapV1(Notification &notification, const Message &message) {
    const TrapHeadV1 &head = message.trapV1;
    notification.original = head;
    notification.uptime = head.uptime;
    notification.varBinds = message.varBinds;
    if (head.generic >= 0 && head.generic <= LastGeneric)
        notification.oid = trapobject::snmpTraps + Oid::Part(head.generic + 1);
    else
        notification.oid = head.enterprise + 0 + Oid::Part(head.specific);
    const VarBinds appended = {{trapobject::snmpTrapAddress0, agentAddress(head.agent)},
        {trapobject::snmpTrapCommunity0, Value::octets(message.community.reveal().toByteArray())},
        {trapobject::snmpTrapEnterprise0, Value::oid(head.enterprise)}};
    for (const VarBind &varBind : appended) {
        const auto isSame = [&](const VarBind &other) { return other.oid == varBind.oid; };
        if (std::ranges::none_of(notification.varBinds, isSame))
            notification.varBinds.append(varBind);
    }
}

// RFC 3416 4.2.6: sysUpTime.0 and snmpTrapOID.0 stand first; senders that put them elsewhere are understood.
bool takeHead(Notification &notification, const VarBinds &varBinds) {
    bool named = false;
    for (const VarBind &varBind : varBinds) {
        if (varBind.oid == trapobject::sysUpTime0 && varBind.value.type() == Value::Type::TimeTicks) {
            notification.uptime = quint32(varBind.value.toUnsigned());
        } else if (!named && varBind.oid == trapobject::snmpTrapOid0
            && varBind.value.type() == Value::Type::ObjectIdentifier) {
            notification.oid = varBind.value.toOid();
            named = true;
        } else {
            notification.varBinds.append(varBind);
        }
    }
    return named;
}

} // namespace

Notification Notification::from(const Arrival &arrival) {
    Notification notification;
    notification.time = arrival.time;
    notification.peer = arrival.peer;
    notification.bytes = arrival.bytes;
    notification.clear = arrival.clear;
    if (!arrival.message.ok()) {
        notification.failure = arrival.message.failure();
        return notification;
    }
    const Message &message = *arrival.message;
    const auto malformed = [&](const QString &what) {
        const QString source = arrival.peer.address.toString() + u':' + QString::number(arrival.peer.port);
        notification.varBinds.clear();
        notification.failure = Failure(Failure::Kind::Malformed, {source, what});
        return notification;
    };
    notification.version = message.version;
    notification.isInform = message.pdu == Pdu::Inform;
    notification.requestId = message.requestId;
    if (message.version == Version::V3) {
        notification.user = message.v3.user;
        notification.engineId = message.v3.engineId;
        notification.contextName = message.v3.contextName;
        notification.level = message.v3.level;
    } else {
        notification.community = message.community.reveal().toByteArray();
    }
    switch (message.pdu) {
    case Pdu::TrapV1: mapV1(notification, message); return notification;
    case Pdu::TrapV2:
    case Pdu::Inform:
        if (takeHead(notification, message.varBinds))
            return notification;
        return malformed(u"no snmpTrapOID.0"_s);
    default: return malformed(u"not a notification"_s);
    }
}

bool Notification::isCommunity(const Oid &oid) { return oid == trapobject::snmpTrapCommunity0; }

bool Notification::isMapping(const Oid &oid) {
    return oid == trapobject::snmpTrapAddress0 || oid == trapobject::snmpTrapCommunity0
        || oid == trapobject::snmpTrapEnterprise0;
}

QHostAddress Notification::source() const {
    bool isV4 = false; // on a socket of both families it comes mapped
    const quint32 v4 = peer.address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : peer.address;
}

QHostAddress Notification::origin() const {
    for (const VarBind &varBind : varBinds) {
        if (varBind.oid != trapobject::snmpTrapAddress0 || varBind.value.type() != Value::Type::IpAddress)
            continue;
        const QHostAddress said(qFromBigEndian<quint32>(varBind.value.octets().constData()));
        const bool saysNothing = said.toIPv4Address() == 0 || said == source();
        return saysNothing ? QHostAddress() : said;
    }
    return {};
}

Oid Notification::subject() const {
    for (const VarBind &varBind : varBinds) {
        if (!varBind.oid.startsWith(trapobject::snmpCommunityTrapMib) && varBind.oid != trapobject::snmpTrapEnterprise0)
            return varBind.oid;
    }
    return {};
}

} // namespace walkabout
