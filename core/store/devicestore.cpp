// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicestore.h"

#include "core/store/devicejson.h"
#include "core/store/jsonfile.h"

#include <QJsonArray>

#include <algorithm>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

JsonFile devicesFile(const QString &path) { return {path, u"walkabout-devices"_s, 1}; }

QList<Device> devicesIn(const QJsonObject &root) {
    QList<Device> devices;
    for (const auto &value : root[u"devices"].toArray()) {
        if (auto device = devicejson::read(value.toObject()))
            devices.append(*std::move(device));
    }
    return devices;
}

qsizetype position(const QJsonArray &array, const QUuid &id) {
    const auto at = std::find_if(
        array.begin(), array.end(), [&id](const QJsonValue &value) { return devicejson::id(value.toObject()) == id; });
    return at == array.end() ? -1 : at - array.begin();
}

} // namespace

DeviceStore::DeviceStore(const QString &configFolder, QObject *parent)
    : QObject(parent)
    , m_path(configFolder + u"/devices.json"_s) {}

std::optional<Failure> DeviceStore::load() {
    const JsonFile::Content content = devicesFile(m_path).read();
    m_readOnly = content.failure && content.failure->kind() == Failure::Kind::NewerFile;
    m_devices = devicesIn(content.root);
    emit changed();
    return content.failure;
}

const Device *DeviceStore::find(const QUuid &id) const {
    const auto at = std::ranges::find(m_devices, id, &Device::id);
    return at == m_devices.end() ? nullptr : &*at;
}

const Device *DeviceStore::named(QStringView name) const {
    const auto at = std::ranges::find_if(m_devices, [name](const Device &device) { return device.name == name; });
    return at == m_devices.end() || name.isEmpty() ? nullptr : &*at;
}

std::optional<Failure> DeviceStore::save(const Device &device) {
    return change([&device](QJsonArray &array) {
        const qsizetype at = position(array, device.id);
        if (at < 0)
            array.append(devicejson::write(device));
        else
            array[at] = devicejson::write(device, array.at(at).toObject());
    });
}

std::optional<Failure> DeviceStore::remove(const QUuid &id) {
    return change([&id](QJsonArray &array) {
        if (const qsizetype at = position(array, id); at >= 0)
            array.removeAt(at);
    });
}

std::optional<Failure> DeviceStore::change(const std::function<void(QJsonArray &)> &how) {
    QJsonArray known; // should the file have gone since it was read
    for (const Device &device : std::as_const(m_devices))
        known.append(devicejson::write(device));
    QJsonObject written;
    auto failure = devicesFile(m_path).update({{u"devices"_s, known}}, [&](QJsonObject &root) {
        QJsonArray array = root[u"devices"].toArray();
        how(array);
        root[u"devices"] = array;
        written = root;
    });
    m_readOnly = failure && failure->kind() == Failure::Kind::NewerFile;
    if (failure && failure->kind() != Failure::Kind::Damaged)
        return failure;
    m_devices = devicesIn(written);
    emit changed();
    return failure;
}

} // namespace walkabout
