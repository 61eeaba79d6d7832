// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicemodel.h"

#include "ui/device/deviceface.h"

#include <QFileInfo>

#include <algorithm>

namespace walkabout {

Device demoDevice() {
    Device demo;
    demo.kind = Device::Kind::Demo;
    demo.name = QStringLiteral("demo");
    return demo;
}

QString addressOf(const Device &device) {
    switch (device.kind) {
    case Device::Kind::Live: return device.endpoint.toString();
    case Device::Kind::Recording: return QFileInfo(device.recording).fileName();
    case Device::Kind::Demo: return DeviceModel::tr("built in");
    }
    return {};
}

DeviceModel::DeviceModel(const DeviceStore &store, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_devices{demoDevice()} {
    m_devices += store.devices();
    connect(&store, &DeviceStore::changed, this, &DeviceModel::follow);
}

// Row by row, so that a selection survives a change elsewhere.
void DeviceModel::follow() {
    for (qsizetype row = m_devices.size() - 1; row > 0; --row) {
        if (m_store.find(m_devices[row].id))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_devices.removeAt(row);
        endRemoveRows();
    }
    for (const Device &device : m_store.devices()) {
        const int row = rowOf(device.id);
        if (row < 0) {
            beginInsertRows({}, int(m_devices.size()), int(m_devices.size()));
            m_devices.append(device);
            endInsertRows();
        } else if (!(m_devices[row] == device)) {
            m_devices[row] = device;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

int DeviceModel::rowOf(const QUuid &id) const {
    const auto found = std::ranges::find(m_devices, id, &Device::id);
    return found == m_devices.end() ? -1 : int(found - m_devices.begin());
}

QModelIndex DeviceModel::index(int row, int column, const QModelIndex &parent) const {
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int DeviceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_devices.size()); }
int DeviceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant DeviceModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Device &device = m_devices[index.row()];
    if (role == Qt::DecorationRole && index.column() == Name)
        return deviceface::mark(device);
    if (role == Qt::ToolTipRole && !device.notes.isEmpty())
        return device.notes;
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Name: return device.label();
    case Address: return addressOf(device);
    case Version: return device.kind == Device::Kind::Live ? Credential::name(device.version) : QString();
    default: return {};
    }
}

QVariant DeviceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Address: return tr("Address");
    case Version: return tr("Version");
    default: return {};
    }
}

} // namespace walkabout
