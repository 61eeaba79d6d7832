// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/notificationlines.h"

#include "core/base/bytes.h"
#include "core/base/csv.h"
#include "core/base/jsonobject.h"
#include "core/snmp/packetmask.h"
#include "core/trap/notificationtext.h"
#include "core/trap/trapobject.h"
#include "core/work/varbindlines.h"
#include "core/work/walkline.h"

#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace walkabout {

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

QByteArray dotted(const Oid &oid) { return '.' + oid.toString().toLatin1(); }

QByteArray trapdVarBinds(const VarBinds &varBinds) {
    QList<QByteArray> lines;
    for (const VarBind &varBind : varBinds) {
        if (!Notification::isCommunity(varBind.oid))
            lines.append(walkline::of(varBind));
    }
    return lines.join('\t');
}

// "Link Down Trap (0)", and of an enterprise's own "Enterprise Specific Trap (17)".
QByteArray trapdKind(const TrapHeadV1 &head) {
    static constexpr std::array names{
        "Cold Start", "Warm Start", "Link Down", "Link Up", "Authentication Failure", "EGP Neighbor Loss"};
    const bool isStandard = head.generic >= 0 && size_t(head.generic) < names.size();
    const QByteArray name = isStandard ? names.at(size_t(head.generic)) : "Enterprise Specific";
    return name + " Trap (" + QByteArray::number(head.specific) + ')';
}

} // namespace

NotificationLines::NotificationLines(const Library::Pointer &library)
    : m_describe(library, Describe::Style::Terminal)
    , m_text(library, {})
    , m_json(library, {.json = true}) {}

QByteArray NotificationLines::csvHead() {
    return csv::line({u"time"_s, u"source"_s, u"device"_s, u"severity"_s, u"version"_s, u"kind"_s, u"notification"_s,
        u"oid"_s, u"uptime"_s, u"user"_s, u"context"_s, u"varbinds"_s});
}

QByteArray NotificationLines::csv(const TrapRecord &record, const SourceNames &names) const {
    const Notification &notification = record.notification;
    const bool isRead = !notification.failure;
    QString what = isRead ? QString() : notificationtext::reason(*notification.failure);
    for (const VarBind &varBind : notification.varBinds) {
        if (Notification::isCommunity(varBind.oid))
            continue;
        what += (what.isEmpty() ? QString() : u"; "_s) + m_describe.name(varBind.oid) + u" = "_s
            + m_describe.value(varBind);
    }
    return csv::line({isoUtc(notification.time), notificationtext::source(notification),
        names.value(notification.source().toString()), severity::word(record.severity),
        isRead ? versionName(notification.version) : QString(),
        isRead ? (notification.isInform ? u"inform"_s : u"trap"_s) : u"unreadable"_s,
        isRead ? m_describe.name(notification.oid) : QString(), notification.oid.toString(),
        isRead ? QString::number(notification.uptime) : QString(), QString::fromUtf8(notification.user),
        QString::fromUtf8(notification.contextName), what});
}

QByteArray NotificationLines::trapd(const TrapRecord &record) {
    const Notification &notification = record.notification;
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(notification.time.time_since_epoch()).count();
    const QByteArray time = QDateTime::fromSecsSinceEpoch(since).toString(u"yyyy-MM-dd hh:mm:ss"_s).toLatin1();
    const QByteArray sender = notification.source().toString().toLatin1();
    const QByteArray through = "UDP: [" + sender + "]:" + QByteArray::number(notification.peer.port);
    if (notification.failure)
        return time + ' ' + sender + " [" + through + "]:\n# "
            + notificationtext::reason(*notification.failure).toUtf8();
    if (const auto &head = notification.original) {
        VarBinds own = notification.varBinds;
        own.removeIf([](const VarBind &varBind) { return Notification::isMapping(varBind.oid); });
        const QByteArray agent = head->agent.toString().toLatin1();
        const QByteArray uptime = walkline::timeticks(head->uptime);
        return time + ' ' + agent + " [" + agent + "] (via " + through + ") TRAP, SNMP v1, community ***\n\t"
            + dotted(head->enterprise) + ' ' + trapdKind(*head) + " Uptime: " + uptime.mid(uptime.indexOf(' ') + 1)
            + "\n\t" + trapdVarBinds(own);
    }
    return time + ' ' + sender + " [" + through + "]:\n"
        + trapdVarBinds(trapobject::head(notification.uptime, notification.oid) + notification.varBinds);
}

QString NotificationLines::text(const TrapRecord &record) const {
    const Notification &notification = record.notification;
    const QString head = isoUtc(notification.time) + u' ' + source(notification.peer);
    if (notification.failure)
        return head + u" "_s + notificationtext::reason(*notification.failure);
    const QString line = u"%1 v%2 %3 %4"_s.arg(head, versionName(notification.version),
        notification.isInform ? u"inform"_s : u"trap"_s, m_describe.name(notification.oid));
    QByteArray varBinds;
    for (const VarBind &varBind : notification.varBinds) {
        if (Notification::isCommunity(varBind.oid))
            continue;
        varBinds += ", ";
        m_text.append(varBinds, varBind);
    }
    return line + QString::fromUtf8(varBinds);
}

QByteArray NotificationLines::json(const TrapRecord &record, Communities communities) const {
    const Notification &notification = record.notification;
    JsonObject object;
    object.text("time", isoUtc(notification.time));
    object.text("source", source(notification.peer));
    if (notification.failure) {
        object.text("failure", notificationtext::reason(*notification.failure));
        if (record.lost > 0)
            object.number("lost", qint64(record.lost));
        const bool isShown = communities == Communities::Shown;
        const QByteArray octets = isShown ? notification.bytes : withMaskedCommunity(notification.bytes);
        object.text("hex", bytes::toHex(octets, QChar()));
        return object.bytes();
    }
    object.text("version", versionName(notification.version));
    object.text("kind", notification.isInform ? u"inform" : u"trap");
    object.text("oid", notification.oid.toString());
    object.text("name", m_describe.name(notification.oid));
    object.text("severity", severity::word(record.severity));
    if (communities == Communities::Shown)
        object.text("community", QString::fromUtf8(notification.community));
    object.text("user", QString::fromUtf8(notification.user));
    object.text("engine", bytes::toHex(notification.engineId, QChar()));
    object.text("context", QString::fromUtf8(notification.contextName));
    if (!notification.origin().isNull())
        object.text("origin", notification.origin().toString());
    object.number("uptime", notification.uptime);
    QList<QByteArray> varBinds;
    for (const VarBind &varBind : notification.varBinds) {
        if (communities == Communities::Left && Notification::isCommunity(varBind.oid))
            continue;
        QByteArray line;
        m_json.append(line, varBind);
        varBinds.append(line);
    }
    object.raw("varbinds", JsonObject::array(varBinds));
    return object.bytes();
}

} // namespace walkabout
