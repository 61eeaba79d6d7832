// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/traptext.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace walkabout::traptext {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Traps", text); }

} // namespace

QString localTime(UtcMicroseconds time) {
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000);
    return local.toString(local.date() == QDate::currentDate() ? u"HH:mm:ss.zzz"_s : u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString source(const Notification &notification) {
    // An IPv4 sender on a socket for both families comes mapped.
    bool isV4 = false;
    const quint32 v4 = notification.peer.address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4).toString() : notification.peer.address.toString();
}

QString name(const Notification &notification, const Describe &describe) {
    if (notification.failure)
        return tr("not readable");
    const NodeRef node = describe.library()->node(notification.oid);
    return node.isNull() ? describe.name(notification.oid) : node.name();
}

QString kind(const Notification &notification) {
    if (notification.failure)
        return {};
    const QString version = notification.version == Version::V1 ? u"v1"_s
        : notification.version == Version::V2c                  ? u"v2c"_s
                                                                : u"v3"_s;
    return notification.isInform ? tr("%1 inform").arg(version) : version;
}

QString content(const Notification &notification, const Describe &describe) {
    if (notification.failure)
        return notification.failure->text();
    QStringList parts;
    for (const VarBind &varBind : notification.varBinds)
        parts << u"%1 = %2"_s.arg(describe.typedName(varBind.oid), describe.value(varBind));
    return parts.join(u", "_s).replace(u'\n', u'↵');
}

} // namespace walkabout::traptext
