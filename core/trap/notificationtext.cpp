// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/notificationtext.h"

#include "core/base/bytes.h"
#include "core/trap/trapobject.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace walkabout::notificationtext {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Traps", text); }

QString nameApart(const QString &name) {
    QString apart;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (i > 0 && name[i].isUpper() && name[i - 1].isLower())
            apart += u' ';
        apart += name[i];
    }
    return apart == name ? QString() : apart;
}

} // namespace

QString source(const Notification &notification) {
    const QHostAddress origin = notification.origin();
    const QString sender = notification.source().toString();
    return origin.isNull() ? sender : tr("%1 through %2").arg(origin.toString(), sender);
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

QString reason(const Failure &failure) {
    using Kind = Failure::Kind;
    const QString user = failure.arguments().value(0);
    switch (failure.kind()) {
    case Kind::Malformed: return tr("Malformed message: %1.").arg(failure.arguments().value(1));
    case Kind::UnknownUser: return tr("SNMPv3 user “%1” is not known here: add it to read what it sends.").arg(user);
    case Kind::WrongDigest:
        return tr("Wrong digest for “%1”: its authentication protocol or pass-phrase is another one here.").arg(user);
    case Kind::DecryptionError:
        return tr("Cannot decrypt what “%1” sent: its privacy protocol or pass-phrase is another one here.").arg(user);
    case Kind::UnsupportedLevel: return tr("“%1” sent at a security level that is not accepted from it.").arg(user);
    case Kind::NotInTimeWindow:
        return tr("Out of the time window: an old message sent again, or a sender that lost its count of starts.");
    case Kind::UnknownEngine: return tr("It names no engine ID, or an informing sender has the wrong one of ours.");
    default: return failure.text();
    }
}

QString userOf(const Failure &failure) {
    using Kind = Failure::Kind;
    switch (failure.kind()) {
    case Kind::UnknownUser:
    case Kind::WrongDigest:
    case Kind::DecryptionError:
    case Kind::UnsupportedLevel: return failure.arguments().value(0);
    default: return {};
    }
}

QString summary(const Notification &notification, const Describe &describe) {
    if (notification.failure)
        return reason(*notification.failure);
    QStringList parts;
    for (const VarBind &varBind : notification.varBinds) {
        if (!trapobject::isAddition(varBind.oid))
            parts << u"%1 = %2"_s.arg(describe.typedName(varBind.oid), describe.value(varBind));
    }
    return bytes::onOneLine(parts.join(u", "_s));
}

QString words(const Notification &notification, const Describe &describe) {
    if (notification.failure)
        return source(notification) + u'\n' + reason(*notification.failure);
    const QString called = name(notification, describe);
    QStringList parts{
        source(notification), called, nameApart(called), kind(notification), QString::fromUtf8(notification.user)};
    for (const VarBind &varBind : notification.varBinds) {
        if (Notification::isCommunity(varBind.oid))
            continue;
        const QString object = describe.typedName(varBind.oid);
        parts << object << nameApart(object) << describe.value(varBind);
    }
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace walkabout::notificationtext
