// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"

#include "core/store/devicejson.h"
#include "core/store/devicestore.h"
#include "core/store/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString projectFormat = u"walkabout-project"_s;
constexpr int ProjectVersion = 1;

// By their id: a new name moves no line.
template <class T>
QList<T> inOrder(QList<T> all) {
    std::ranges::sort(all, {}, &T::id);
    return all;
}

QStringList textsIn(const QJsonValue &value) {
    QStringList texts;
    for (const auto &each : value.toArray()) {
        if (!each.toString().isEmpty())
            texts += each.toString();
    }
    return texts;
}

QJsonObject rootOf(const QByteArray &text) {
    const QJsonObject root = QJsonDocument::fromJson(text).object();
    return root[u"format"].toString() == projectFormat && root[u"version"].toInt() > 0 ? root : QJsonObject();
}

// A relative path works where the folder is checked out elsewhere.
QString pathSeenFrom(const QDir &folder, const QString &recording) {
    const QString relative = folder.relativeFilePath(recording);
    return relative.startsWith(".."_L1) ? recording : relative;
}

template <class T>
void read(const QJsonValue &value, std::optional<T> (*readOne)(const QJsonObject &), const QString &what,
    QList<DeviceImport::Offer<T>> &offers, QList<DeviceImport::Problem> &problems) {
    int place = 0;
    for (const auto &each : value.toArray()) {
        ++place;
        if (auto one = readOne(each.toObject()))
            offers.append({*std::move(one), {}, 0});
        else
            problems.append({0, what.arg(place).arg(each.toObject()[u"name"].toString())});
    }
}

} // namespace

Project::Project(const DeviceStore &devices, const Settings &settings)
    : m_devices(inOrder(devices.devices()))
    , m_profiles(inOrder(devices.profiles()))
    , m_groups(devices.groups())
    , m_favourites(textsIn(settings.value(favouritesKey()))) {}

std::optional<Failure> Project::write(const QString &path) const {
    if (QFile before(path); before.open(QIODevice::ReadOnly)) {
        const int version = rootOf(before.readAll())[u"version"].toInt();
        if (version > ProjectVersion)
            return Failure(Failure::Kind::NewerFile, {path, QString::number(version)});
    }
    const QDir folder = QFileInfo(path).absoluteDir();
    QJsonArray devices;
    for (Device device : m_devices) {
        if (device.kind == Device::Kind::Recording)
            device.recording = pathSeenFrom(folder, device.recording);
        devices.append(devicejson::write(device));
    }
    QJsonArray profiles;
    for (const CredentialProfile &profile : m_profiles)
        profiles.append(devicejson::write(profile));
    const QJsonObject root{{u"format"_s, projectFormat}, {u"version"_s, ProjectVersion}, {u"devices"_s, devices},
        {u"profiles"_s, profiles}, {u"groups"_s, QJsonArray::fromStringList(m_groups)},
        {u"favourites"_s, QJsonArray::fromStringList(m_favourites)}};
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(root).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Failure(Failure::Kind::File, {path, file.errorString()});
    return {};
}

Result<DeviceImport> Project::read(const QByteArray &text, const QString &path) {
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype line = text.first(std::min<qsizetype>(error.offset, text.size())).count('\n') + 1;
        return Failure(Failure::Kind::BadLine, {path, QString::number(line), error.errorString()});
    }
    const QJsonObject root = rootOf(text);
    if (root.isEmpty())
        return Failure(Failure::Kind::File, {path, tr("it is no project file of Walkabout")});
    DeviceImport found;
    if (const int version = root[u"version"].toInt(); version > ProjectVersion)
        found.problems.append(
            {0, tr("a newer version wrote it (format %1): what is not known here is left out").arg(version)});
    walkabout::read(root[u"profiles"], &devicejson::readProfile, tr("profile %1 “%2” cannot be read"), found.profiles,
        found.problems);
    walkabout::read(
        root[u"devices"], &devicejson::read, tr("device %1 “%2” cannot be read"), found.devices, found.problems);
    found.groups = textsIn(root[u"groups"]);
    found.favourites = textsIn(root[u"favourites"]);
    const QDir folder = QFileInfo(path).absoluteDir();
    for (auto &offer : found.devices) {
        if (offer.value.kind == Device::Kind::Recording)
            offer.value.recording = QDir::cleanPath(folder.absoluteFilePath(offer.value.recording));
    }
    return found;
}

} // namespace walkabout
