// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/desktopnotice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString noticeService = u"org.freedesktop.Notifications"_s;
const QString noticePath = u"/org/freedesktop/Notifications"_s;
constexpr uchar NormalUrgency = 1;
constexpr uchar CriticalUrgency = 2;

} // namespace

void DesktopNotice::listen() {
    if (std::exchange(m_isListening, true))
        return;
    QDBusConnection::sessionBus().connect(
        noticeService, noticePath, noticeService, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
}

void DesktopNotice::show(const QString &topic, const QString &title, const QString &text, bool isUrgent) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        emit unavailable();
        return;
    }
    listen();
    QDBusMessage call = QDBusMessage::createMethodCall(noticeService, noticePath, noticeService, u"Notify"_s);
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(isUrgent ? CriticalUrgency : NormalUrgency)},
        {u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    // Some desktops read markup in the text.
    call << QGuiApplication::applicationDisplayName() << m_shown.value(topic) << u"walkabout"_s << title
         << text.toHtmlEscaped() << QStringList{u"default"_s, tr("Show")} << hints << -1;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, topic, answer] {
        answer->deleteLater();
        const QDBusPendingReply<uint> id = *answer;
        if (id.isError())
            emit unavailable();
        else
            m_shown.insert(topic, id.value());
    });
}

void DesktopNotice::actionInvoked(uint id, const QString & /*action*/) {
    const QString topic = m_shown.key(id);
    if (!topic.isEmpty())
        emit activated(topic);
}

} // namespace walkabout
