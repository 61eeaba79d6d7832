// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/notificationlines.h"

#include "core/base/bytes.h"
#include "core/base/jsonobject.h"
#include "core/trap/notificationtext.h"
#include "core/work/describe.h"
#include "core/work/varbindlines.h"

using namespace Qt::StringLiterals;

namespace walkabout::notificationlines {

namespace {

QString source(const Peer &peer) {
    const bool isV6 = peer.address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString transport = peer.transport == Peer::Transport::Tcp ? u"tcp"_s : isV6 ? u"udp6"_s : u"udp"_s;
    return (isV6 ? u"%1:[%2]:%3"_s : u"%1:%2:%3"_s).arg(transport, peer.address.toString()).arg(peer.port);
}

QString versionName(Version version) {
    switch (version) {
    case Version::V1: return u"1"_s;
    case Version::V2c: return u"2c"_s;
    case Version::V3: break;
    }
    return u"3"_s;
}

} // namespace

QString text(const TrapRecord &record, const Library::Pointer &library) {
    const Notification &notification = record.notification;
    const QString head = isoUtc(notification.time) + u' ' + source(notification.peer);
    if (notification.failure)
        return head + u" "_s + notificationtext::reason(*notification.failure);
    const QString line = u"%1 v%2 %3 %4"_s.arg(head, versionName(notification.version),
        notification.isInform ? u"inform"_s : u"trap"_s, Describe(library).name(notification.oid));
    const VarBindLines lines(library, {});
    QByteArray varBinds;
    for (const VarBind &varBind : notification.varBinds) {
        if (Notification::isCommunity(varBind.oid))
            continue;
        varBinds += ", ";
        lines.append(varBinds, varBind);
    }
    return line + QString::fromUtf8(varBinds);
}

QByteArray json(const TrapRecord &record, const Library::Pointer &library) {
    const Notification &notification = record.notification;
    JsonObject object;
    object.text("time", isoUtc(notification.time));
    object.text("source", source(notification.peer));
    if (notification.failure) {
        object.text("failure", notificationtext::reason(*notification.failure));
        if (record.lost > 0)
            object.number("lost", qint64(record.lost));
        object.text("hex", bytes::toHex(notification.bytes, QChar()));
        return object.bytes();
    }
    const Describe describe(library, Describe::Style::Terminal);
    object.text("version", versionName(notification.version));
    object.text("kind", notification.isInform ? u"inform" : u"trap");
    object.text("oid", notification.oid.toString());
    object.text("name", describe.name(notification.oid));
    object.text("severity", severity::word(record.severity));
    object.text("community", QString::fromUtf8(notification.community));
    object.text("user", QString::fromUtf8(notification.user));
    object.text("engine", bytes::toHex(notification.engineId, QChar()));
    object.text("context", QString::fromUtf8(notification.contextName));
    if (!notification.origin().isNull())
        object.text("origin", notification.origin().toString());
    object.number("uptime", notification.uptime);
    const VarBindLines lines(library, {.json = true});
    QList<QByteArray> varBinds;
    for (const VarBind &varBind : notification.varBinds) {
        QByteArray line;
        lines.append(line, varBind);
        varBinds.append(line);
    }
    object.raw("varbinds", JsonObject::array(varBinds));
    return object.bytes();
}

} // namespace walkabout::notificationlines
