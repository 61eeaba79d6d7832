// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the cells of the Devices panel, and what is dragged and renamed there.
#include "core/store/devicegroup.h"
#include "ui/device/deviceface.h"
#include "ui/device/devicemodel.h"
#include "ui/device/devicestates.h"
#include "ui/device/devicetreemodel.h"

#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString rowsMimeType = u"application/x-walkabout-devices"_s;
constexpr auto GroupWord = "group "_L1;

} // namespace

QVariant DeviceTreeModel::deviceData(const Device &device, int column, int role) const {
    const DeviceState state = m_states.of(DeviceStates::key(device));
    if (role == Qt::DecorationRole && column == Name)
        return deviceface::mark(device);
    if (role == Qt::DecorationRole && column == State)
        return deviceface::dot(
            tint(QGuiApplication::palette(), state.tint()), state.kind == DeviceState::Kind::Unknown);
    if (role == Qt::AccessibleTextRole && column == Name)
        return device.production ? tr("%1, production").arg(device.label()) : device.label();
    if (column == State && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return state.text();
    if (role == Qt::ToolTipRole)
        return deviceface::tip(device);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (column) {
    case Name: return device.label();
    case State: return state.word();
    case Address: return addressOf(device);
    case Version: return device.kind == Device::Kind::Live ? Credential::name(device.version) : QString();
    case Notes: return device.notes.simplified();
    default: return {};
    }
}

bool DeviceTreeModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const QString group = groupAt(index);
    const QString name = value.toString().simplified().replace(u'/', u'-');
    if (role != Qt::EditRole || group.isEmpty() || name.isEmpty())
        return false;
    if (name != devicegroup::name(group))
        emit renameRequested(group, name);
    return true;
}

Qt::ItemFlags DeviceTreeModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Device *device = deviceAt(index);
    if (device)
        return device->kind == Device::Kind::Demo ? common : common | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    const Qt::ItemFlags group = common | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    return index.column() == Name ? group | Qt::ItemIsEditable : group;
}

QStringList DeviceTreeModel::mimeTypes() const { return {rowsMimeType}; }

QMimeData *DeviceTreeModel::mimeData(const QModelIndexList &indexes) const {
    QByteArrayList rows;
    for (const QModelIndex &index : indexes) {
        if (index.column() != Name)
            continue;
        const Device *device = deviceAt(index);
        rows += device ? device->id.toByteArray() : (GroupWord + groupAt(index)).toUtf8();
    }
    auto *data = new QMimeData;
    data->setData(rowsMimeType, rows.join('\n'));
    return data;
}

bool DeviceTreeModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) {
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    QList<QUuid> devices;
    QStringList groups;
    for (const QByteArray &each : data->data(rowsMimeType).split('\n')) {
        const QString text = QString::fromUtf8(each);
        if (text.startsWith(GroupWord))
            groups += text.sliced(GroupWord.size());
        else
            devices += QUuid::fromString(text);
    }
    const Device *beside = deviceAt(parent);
    emit moveRequested(devices, groups, beside ? beside->group : groupAt(parent));
    return true;
}

} // namespace walkabout
