// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowmemory.h"

#include "ui/query/pastedcommand.h"

#include <QJsonArray>
#include <QMainWindow>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int LayoutVersion = 4; // a layout of other panels is not restored
constexpr qsizetype MostRecent = 8;

// A command that was pasted and never asked has a community in it.
QString withoutSecrets(const QString &text) { return PastedCommand::looksLike(text) ? QString() : text; }

} // namespace

bool WindowMemory::restore(QMainWindow &window) const {
    const QByteArray geometry = m_settings.bytes(u"window.geometry"_s);
    return !geometry.isEmpty() && window.restoreGeometry(geometry)
        && window.restoreState(m_settings.bytes(u"window.layout"_s), LayoutVersion);
}

void WindowMemory::save(const QMainWindow &window, const QString &device, const QString &address) {
    m_settings.keep({{u"window.geometry"_s, Settings::fromBytes(window.saveGeometry())},
        {u"window.layout"_s, Settings::fromBytes(window.saveState(LayoutVersion))},
        {u"window.device"_s, withoutSecrets(device)}, {u"window.address"_s, withoutSecrets(address)}});
}

QString WindowMemory::device() const { return m_settings.value(u"window.device"_s).toString(); }
QString WindowMemory::address() const { return m_settings.value(u"window.address"_s).toString(); }

QList<StartPage::Recent> WindowMemory::recent() const {
    QList<StartPage::Recent> all;
    for (const auto &each : m_settings.value(u"window.recent"_s).toArray()) {
        const QJsonObject object = each.toObject();
        all.append({object[u"device"_s].toString(), object[u"address"_s].toString()});
    }
    return all;
}

void WindowMemory::remember(const QString &device, const QString &address) {
    QList<StartPage::Recent> all = recent();
    all.removeIf([&](const StartPage::Recent &each) { return each.device == device && each.address == address; });
    all.prepend({device, address});
    QJsonArray array;
    for (const StartPage::Recent &each : all.first(qMin(all.size(), MostRecent)))
        array.append(QJsonObject{{u"device"_s, each.device}, {u"address"_s, each.address}});
    m_settings.keep({{u"window.recent"_s, array}});
}

std::chrono::minutes WindowMemory::idleTime() const {
    return std::chrono::minutes(qBound(1, m_settings.value(u"writes.idleMinutes"_s, 10).toInt(10), 24 * 60));
}

void WindowMemory::keepIdleTime(std::chrono::minutes idle) {
    m_settings.keep({{u"writes.idleMinutes"_s, qint64(idle.count())}});
}

Theme::Choice WindowMemory::themeChoice(const Settings &settings) {
    bool known = false;
    const QByteArray key = settings.value(u"window.theme"_s).toString().toLatin1();
    const int choice = QMetaEnum::fromType<Theme::Choice>().keyToValue(key.constData(), &known);
    return known ? Theme::Choice(choice) : Theme::Choice::Desktop;
}

void WindowMemory::keepTheme(const Theme &theme) {
    const QString key = QString::fromLatin1(QMetaEnum::fromType<Theme::Choice>().valueToKey(int(theme.choice())));
    m_settings.keep({{u"window.theme"_s, key}, {u"window.dark"_s, theme.desktopIsDark()}});
}

} // namespace walkabout
