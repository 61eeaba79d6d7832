// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicestore.h"

#include "core/store/devicegroup.h"
#include "core/store/devicejson.h"
#include "core/store/jsonfile.h"

#include <QJsonArray>

#include <algorithm>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

// 2: groups, credential profiles, requests in flight. Files of version 1 have none of them and are read as they stand.
JsonFile devicesFile(const QString &path) { return {path, u"walkabout-devices"_s, 2}; }

template <class T>
QList<T> allIn(const QJsonArray &array, std::optional<T> (*read)(const QJsonObject &)) {
    QList<T> all;
    for (const auto &value : array) {
        if (auto one = read(value.toObject()))
            all.append(*std::move(one));
    }
    return all;
}

qsizetype position(const QJsonArray &array, const QUuid &id) {
    const auto at = std::find_if(
        array.begin(), array.end(), [&id](const QJsonValue &value) { return devicejson::id(value.toObject()) == id; });
    return at == array.end() ? -1 : at - array.begin();
}

template <class T>
void change(QJsonObject &root, const QString &key, const QList<T> &put, const QList<QUuid> &removed) {
    QJsonArray array = root[key].toArray();
    for (const QUuid &id : removed) {
        if (const qsizetype at = position(array, id); at >= 0)
            array.removeAt(at);
    }
    for (const T &one : put) {
        if (const qsizetype at = position(array, one.id); at >= 0)
            array[at] = devicejson::write(one, array.at(at).toObject());
        else
            array.append(devicejson::write(one));
    }
    root[key] = array;
}

template <class T>
QJsonArray arrayOf(const QList<T> &all) {
    QJsonArray array;
    for (const T &one : all)
        array.append(devicejson::write(one));
    return array;
}

template <class T>
const T *withId(const QList<T> &all, const QUuid &id) {
    const auto at = std::ranges::find(all, id, &T::id);
    return at == all.end() ? nullptr : &*at;
}

template <class T>
const T *withName(const QList<T> &all, QStringView name) {
    const auto at = std::ranges::find_if(all, [name](const T &one) { return one.name == name; });
    return at == all.end() || name.isEmpty() ? nullptr : &*at;
}

// What was there comes back, what was not goes.
template <class T>
void invert(const QList<T> &now, const QList<T> &put, const QList<QUuid> &removed, QList<T> &back, QList<QUuid> &gone) {
    for (const T &one : put) {
        if (const T *before = withId(now, one.id))
            back.append(*before);
        else
            gone.append(one.id);
    }
    for (const QUuid &id : removed) {
        if (const T *before = withId(now, id))
            back.append(*before);
    }
}

} // namespace

DeviceStore::DeviceStore(const QString &configFolder, QObject *parent)
    : QObject(parent)
    , m_path(configFolder + u"/devices.json"_s) {}

std::optional<Failure> DeviceStore::load() {
    const JsonFile::Content content = devicesFile(m_path).read();
    m_readOnly = content.failure && content.failure->kind() == Failure::Kind::NewerFile;
    take(content.root);
    return content.failure;
}

void DeviceStore::take(const QJsonObject &root) {
    m_profiles = allIn(root[u"profiles"].toArray(), &devicejson::readProfile);
    m_devices = allIn(root[u"devices"].toArray(), &devicejson::read);
    m_keptGroups.clear();
    for (const auto &group : root[u"groups"].toArray())
        m_keptGroups += devicegroup::tidy(group.toString());
    QStringList groups = m_keptGroups;
    for (Device &device : m_devices) {
        groups += device.group;
        if (const CredentialProfile *of = profile(device.profile))
            of->applyTo(device);
        else
            device.profile = {}; // it is gone
    }
    m_groups = devicegroup::whole(groups);
    emit changed();
}

const Device *DeviceStore::find(const QUuid &id) const { return withId(m_devices, id); }
const Device *DeviceStore::named(QStringView name) const { return withName(m_devices, name); }
const CredentialProfile *DeviceStore::profile(const QUuid &id) const { return withId(m_profiles, id); }
const CredentialProfile *DeviceStore::profileNamed(QStringView name) const { return withName(m_profiles, name); }

QList<Device> DeviceStore::devicesWith(const QUuid &profile) const {
    QList<Device> devices;
    std::ranges::copy_if(m_devices, std::back_inserter(devices),
        [&profile](const Device &device) { return !profile.isNull() && device.profile == profile; });
    return devices;
}

QList<QUuid> DeviceStore::secretsOwners() const {
    QList<QUuid> owners;
    for (const Device &device : m_devices)
        owners += device.id;
    for (const CredentialProfile &profile : m_profiles)
        owners += profile.id;
    return owners;
}

QString DeviceStore::freeName(const QString &wanted, const QUuid &device) const {
    QString name = wanted;
    for (int n = 2; named(name) && named(name)->id != device; ++n)
        name = u"%1 (%2)"_s.arg(wanted).arg(n);
    return name;
}

std::optional<Failure> DeviceStore::save(const Device &device) { return apply({.devices = {device}}); }
std::optional<Failure> DeviceStore::remove(const QUuid &id) { return apply({.removedDevices = {id}}); }

std::optional<Failure> DeviceStore::apply(const DeviceChanges &changes) {
    // Should the file have gone since it was read.
    const QJsonObject known{{u"devices"_s, arrayOf(m_devices)}, {u"profiles"_s, arrayOf(m_profiles)},
        {u"groups"_s, QJsonArray::fromStringList(m_keptGroups)}};
    QJsonObject written;
    auto failure = devicesFile(m_path).update(known, [&](QJsonObject &root) {
        change(root, u"devices"_s, changes.devices, changes.removedDevices);
        change(root, u"profiles"_s, changes.profiles, changes.removedProfiles);
        QStringList groups;
        for (const auto &group : root[u"groups"].toArray())
            groups += group.toString();
        groups.removeIf([&changes](const QString &group) { return changes.removedGroups.contains(group); });
        root[u"groups"] = QJsonArray::fromStringList(devicegroup::whole(groups + changes.groups));
        written = root;
    });
    m_readOnly = failure && failure->kind() == Failure::Kind::NewerFile;
    if (!failure || failure->kind() == Failure::Kind::Damaged)
        take(written);
    return failure;
}

DeviceChanges DeviceStore::inverse(const DeviceChanges &changes) const {
    DeviceChanges back;
    invert(m_devices, changes.devices, changes.removedDevices, back.devices, back.removedDevices);
    invert(m_profiles, changes.profiles, changes.removedProfiles, back.profiles, back.removedProfiles);
    for (const QUuid &removed : changes.removedProfiles) { // they had it, and have it again
        for (const Device &device : devicesWith(removed)) {
            if (!withId(back.devices, device.id) && !back.removedDevices.contains(device.id))
                back.devices.append(device);
        }
    }
    back.groups = changes.removedGroups;
    for (const QString &group : devicegroup::whole(changes.groups)) {
        if (!m_groups.contains(group))
            back.removedGroups += group;
    }
    return back;
}

} // namespace walkabout
