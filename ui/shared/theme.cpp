// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/theme.h"

#include "ui/shared/palette.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString group = u"org.freedesktop.appearance"_s;
const QString key = u"color-scheme"_s; // 0 no preference, 1 dark, 2 light

// Without a bus that runs already, Qt would start one and wait for it.
bool hasSessionBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR", u"/nonexistent"_s) + u"/bus"_s);
}

QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

Theme::Theme(Choice choice, bool lastDark, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
    , m_desktopIsDark(lastDark) {
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    apply();
}

void Theme::watch() {
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(
        service, path, interface, u"SettingChanged"_s, this, SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << group << key;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question, 2000), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError())
            setDesktop(unwrapped(reply.value().variant()).toUInt());
        answer->deleteLater();
    });
}

void Theme::settingChanged(const QString &changedGroup, const QString &changedKey, const QDBusVariant &value) {
    if (changedGroup == group && changedKey == key)
        setDesktop(unwrapped(value.variant()).toUInt());
}

void Theme::setDesktop(uint scheme) {
    const bool nowDark = scheme == 1;
    if (nowDark == m_desktopIsDark)
        return;
    m_desktopIsDark = nowDark;
    apply();
}

void Theme::choose(Choice choice) {
    m_choice = choice;
    apply();
}

void Theme::apply() {
    const bool dark = m_choice == Choice::Dark || (m_choice == Choice::Desktop && m_desktopIsDark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    emit changed();
}

} // namespace walkabout
