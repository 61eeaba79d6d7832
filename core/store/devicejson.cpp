// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicejson.h"

#include "core/store/devicegroup.h"

#include <algorithm>
#include <array>

namespace walkabout::devicejson {

using namespace Qt::StringLiterals;

namespace {

// The words of the file, in the order of the enumerations: fixed, whatever people are shown.
constexpr std::array<QStringView, 3> kinds = {u"live", u"recording", u"demo"};
constexpr std::array<QStringView, 3> transports = {u"udp", u"udp6", u"tcp"};
constexpr std::array<QStringView, 3> versions = {u"1", u"2c", u"3"};
constexpr std::array<QStringView, 3> levels = {u"noAuthNoPriv", u"authNoPriv", u"authPriv"};
constexpr std::array<QStringView, 7> auths
    = {u"none", u"MD5", u"SHA-1", u"SHA-224", u"SHA-256", u"SHA-384", u"SHA-512"};
constexpr std::array<QStringView, 7> privs
    = {u"none", u"DES", u"AES-128", u"AES-192", u"AES-256", u"AES-192-C", u"AES-256-C"};

template <class Words, class Enumeration>
QString word(const Words &words, Enumeration value) {
    return words[size_t(value)].toString();
}

// Leaves the default where the key is missing; false: a word that this version does not know.
template <class Words, class Enumeration>
bool take(const QJsonObject &object, QStringView key, const Words &words, Enumeration &value) {
    const QJsonValue found = object[key];
    if (found.isUndefined())
        return true;
    const QString text = found.toString();
    const auto at = std::ranges::find(words, QStringView(text));
    if (at == words.end())
        return false;
    value = Enumeration(at - words.begin());
    return true;
}

int bounded(const QJsonObject &object, QStringView key, int least, int most, int otherwise) {
    return std::clamp(object[key].toInt(otherwise), least, most);
}

// Who reads a device, as far as it is no secret: of a device or of a profile.
template <class Holder>
void writeAccess(QJsonObject &object, const Holder &holder) {
    const bool v3 = holder.version == Version::V3;
    const auto put = [&object](QStringView key, const QString &value, bool empty) {
        if (empty)
            object.remove(key);
        else
            object[key] = value;
    };
    object[u"version"] = word(versions, holder.version);
    put(u"user", holder.user, holder.user.isEmpty());
    put(u"level", word(levels, holder.level), !v3);
    put(u"auth", word(auths, holder.auth), !v3);
    put(u"priv", word(privs, holder.priv), !v3);
}

template <class Holder>
bool readAccess(const QJsonObject &object, Holder &holder) {
    holder.user = object[u"user"].toString();
    return take(object, u"version", versions, holder.version) && take(object, u"level", levels, holder.level)
        && take(object, u"auth", auths, holder.auth) && take(object, u"priv", privs, holder.priv);
}

QUuid uuid(const QJsonObject &object, QStringView key) { return QUuid::fromString(object[key].toString()); }

} // namespace

QUuid id(const QJsonObject &object) { return uuid(object, u"id"); }

QJsonObject write(const Device &device, const QJsonObject &before) {
    QJsonObject object = before;
    const auto put = [&object](const QString &key, const QJsonValue &value, bool empty) {
        if (empty)
            object.remove(key);
        else
            object[key] = value;
    };
    object[u"id"] = device.id.toString(QUuid::WithoutBraces);
    object[u"name"] = device.name;
    object[u"kind"] = word(kinds, device.kind);
    put(u"recording"_s, device.recording, device.recording.isEmpty());
    put(u"transport"_s, word(transports, device.endpoint.transport), !device.endpoint.transportGiven);
    put(u"host"_s, device.endpoint.host, device.endpoint.host.isEmpty());
    object[u"port"] = device.endpoint.port;
    writeAccess(object, device);
    put(u"profile"_s, device.profile.toString(QUuid::WithoutBraces), device.profile.isNull());
    put(u"context"_s, device.contextName, device.contextName.isEmpty());
    put(u"engine"_s, QString::fromLatin1(device.engineId.toHex()), device.engineId.isEmpty());
    object[u"timeout"] = qint64(device.bounds.timeout.count());
    object[u"retries"] = device.bounds.retries;
    put(u"gentle"_s, true, !device.gentle);
    put(u"fixedRepetitions"_s, device.maxRepetitions, device.maxRepetitions == 0);
    object.remove(u"maxRepetitions");
    put(u"window"_s, device.window, device.window == 0);
    put(u"production"_s, true, !device.production);
    put(u"colour"_s, device.colour, device.colour.isEmpty());
    put(u"notes"_s, device.notes, device.notes.isEmpty());
    put(u"group"_s, device.group, device.group.isEmpty());
    return object;
}

QJsonObject write(const CredentialProfile &profile, const QJsonObject &before) {
    QJsonObject object = before;
    object[u"id"] = profile.id.toString(QUuid::WithoutBraces);
    object[u"name"] = profile.name;
    writeAccess(object, profile);
    return object;
}

std::optional<CredentialProfile> readProfile(const QJsonObject &object) {
    CredentialProfile profile;
    profile.id = id(object);
    profile.name = object[u"name"].toString();
    if (profile.id.isNull() || !readAccess(object, profile))
        return std::nullopt;
    return profile;
}

std::optional<Device> read(const QJsonObject &object) {
    Device device;
    device.id = id(object);
    if (device.id.isNull())
        return std::nullopt;
    device.name = object[u"name"].toString();
    device.recording = object[u"recording"].toString();
    device.endpoint.transportGiven = object.contains(u"transport");
    device.endpoint.host = object[u"host"].toString();
    device.endpoint.port = quint16(bounded(object, u"port", 1, 65535, 161));
    const bool known = take(object, u"kind", kinds, device.kind)
        && take(object, u"transport", transports, device.endpoint.transport) && readAccess(object, device);
    if (!known)
        return std::nullopt;
    device.profile = uuid(object, u"profile");
    device.contextName = object[u"context"].toString();
    device.engineId = QByteArray::fromHex(object[u"engine"].toString().toLatin1());
    device.bounds.timeout = std::chrono::milliseconds(bounded(object, u"timeout", 1, 3'600'000, 1000));
    device.bounds.retries = bounded(object, u"retries", 0, 1000, 5);
    device.gentle = object[u"gentle"].toBool();
    // Earlier files have another key in every device; the number that stood there by itself fixes nothing.
    const int earlier = bounded(object, u"maxRepetitions", 0, 10'000, 25);
    device.maxRepetitions = bounded(object, u"fixedRepetitions", 0, 10'000, earlier == 25 ? 0 : earlier);
    device.window = bounded(object, u"window", 0, 64, 0);
    device.production = object[u"production"].toBool();
    device.colour = object[u"colour"].toString();
    device.notes = object[u"notes"].toString();
    device.group = devicegroup::tidy(object[u"group"].toString());
    return device;
}

} // namespace walkabout::devicejson
