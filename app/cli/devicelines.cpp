// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/devicelines.h"

#include "core/base/bytes.h"
#include "core/base/jsonobject.h"

using namespace Qt::StringLiterals;

namespace walkabout::devicelines {

namespace {

QString address(const Device &device) {
    switch (device.kind) {
    case Device::Kind::Demo: return u"demo"_s;
    case Device::Kind::Recording: return device.recording;
    case Device::Kind::Live: break;
    }
    return device.endpoint.toString();
}

QString versionName(Version version) {
    return version == Version::V1 ? u"1"_s : version == Version::V2c ? u"2c"_s : u"3"_s;
}

/// Keys and values in the order of the page; texts only.
QList<std::pair<QString, QString>> facts(const Device &device, const QString &profile) {
    QList<std::pair<QString, QString>> facts = {{u"name"_s, device.name}, {u"address"_s, address(device)}};
    const auto add = [&facts](const QString &key, const QString &value) {
        if (!value.isEmpty())
            facts.append({key, value});
    };
    if (device.kind == Device::Kind::Live) {
        add(u"version"_s, versionName(device.version));
        if (device.version == Version::V3) {
            add(u"user"_s, device.user);
            add(u"level"_s, Credential::name(device.level));
            if (device.level != SecurityLevel::NoAuthNoPriv)
                add(u"auth"_s, Credential::name(device.auth));
            if (device.level == SecurityLevel::AuthPriv)
                add(u"priv"_s, Credential::name(device.priv));
            add(u"context"_s, device.contextName);
            add(u"engine"_s, bytes::toHex(device.engineId, QChar()));
        }
    }
    add(u"profile"_s, profile);
    add(u"group"_s, device.group);
    add(u"colour"_s, device.colour);
    add(u"notes"_s, device.notes);
    return facts;
}

} // namespace

QString line(const Device &device, qsizetype nameWidth) {
    QString text = device.name.leftJustified(nameWidth) + u"  "_s + address(device);
    if (device.kind == Device::Kind::Live)
        text += u"  v"_s + versionName(device.version);
    if (device.version == Version::V3 && !device.user.isEmpty())
        text += u' ' + device.user;
    if (!device.group.isEmpty())
        text += u"  "_s + device.group;
    if (device.production)
        text += QCoreApplication::translate("Cli", "  production");
    return text;
}

QString page(const Device &device, const QString &profile) {
    QStringList lines;
    for (const auto &[key, value] : facts(device, profile))
        lines.append((key + u':').leftJustified(12) + value);
    lines.append(
        u"timeout:    %1 s, %2 resends"_s.arg(double(device.bounds.timeout.count()) / 1000).arg(device.bounds.retries));
    if (device.maxRepetitions > 0)
        lines.append(u"repetitions: %1"_s.arg(device.maxRepetitions));
    if (device.window > 0)
        lines.append(u"window:     %1"_s.arg(device.window));
    if (device.gentle)
        lines.append(u"gentle:     yes"_s);
    if (device.production)
        lines.append(u"production: yes"_s);
    return lines.join(u'\n');
}

QByteArray json(const Device &device, const QString &profile) {
    JsonObject object;
    for (const auto &[key, value] : facts(device, profile))
        object.text(key.toLatin1(), value);
    object.raw("timeout", QByteArray::number(double(device.bounds.timeout.count()) / 1000));
    object.number("retries", device.bounds.retries);
    if (device.maxRepetitions > 0)
        object.number("maxRepetitions", device.maxRepetitions);
    if (device.window > 0)
        object.number("window", device.window);
    object.flag("gentle", device.gentle);
    object.flag("production", device.production);
    object.text("id", device.id.toString(QUuid::WithoutBraces));
    return object.bytes();
}

} // namespace walkabout::devicelines
