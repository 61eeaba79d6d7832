// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicetreemodel.h"

#include "core/base/count.h"
#include "core/store/devicegroup.h"
#include "ui/device/devicemodel.h"
#include "ui/device/devicestates.h"
#include "ui/shared/icon.h"

#include <algorithm>

namespace walkabout {

DeviceTreeModel::DeviceTreeModel(const DeviceStore &store, const DeviceStates &states, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_states(states)
    , m_demo(demoDevice())
    , m_root(std::make_unique<Node>()) {
    sync(*m_root);
    connect(&store, &DeviceStore::changed, this, &DeviceTreeModel::follow);
    connect(&states, &DeviceStates::changed, this, [this](const QUuid &device) { tellState(*m_root, device); });
}

DeviceTreeModel::~DeviceTreeModel() = default;

void DeviceTreeModel::setFilter(const QString &text) {
    m_filter = WordFilter::parse(text);
    sync(*m_root);
}

bool DeviceTreeModel::isShown(const Device &device) const {
    return m_filter.isEmpty()
        || m_filter.matches(QStringList{device.label(), addressOf(device), device.group, device.notes}.join(u'\n'));
}

bool DeviceTreeModel::isShown(const QString &group) const {
    return m_filter.isEmpty() || m_filter.matches(group)
        || std::ranges::any_of(m_store.devices(), [&](const Device &device) {
               return !device.group.isEmpty() && devicegroup::isWithin(device.group, group) && isShown(device);
           });
}

std::vector<DeviceTreeModel::Node> DeviceTreeModel::wanted(const QString &group) const {
    std::vector<Node> nodes;
    if (group.isEmpty() && isShown(m_demo))
        nodes.push_back({nullptr, {}, m_demo, {}});
    for (const QString &inner : m_store.groups()) {
        if (devicegroup::parent(inner) == group && isShown(inner))
            nodes.push_back({nullptr, inner, {}, {}});
    }
    for (const Device &device : m_store.devices()) {
        if (device.group == group && isShown(device))
            nodes.push_back({nullptr, {}, device, {}});
    }
    return nodes;
}

void DeviceTreeModel::follow() { sync(*m_root); }

// Row by row, so that selection and open groups survive a change elsewhere.
void DeviceTreeModel::sync(Node &parent) {
    std::vector<Node> now = wanted(parent.group);
    const QModelIndex at = &parent == m_root.get() ? QModelIndex() : indexOf(parent);
    auto &rows = parent.children;
    for (int row = int(rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::any_of(now, [&](const Node &node) { return node.isLike(*rows[size_t(row)]); }))
            continue;
        beginRemoveRows(at, row, row);
        rows.erase(rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(now.size()); ++row) {
        Node &wantedHere = now[size_t(row)];
        if (size_t(row) < rows.size() && wantedHere.isLike(*rows[size_t(row)])) {
            Node &node = *rows[size_t(row)];
            if (node.device != wantedHere.device) {
                node.device = wantedHere.device;
                emit dataChanged(indexOf(node), indexOf(node, ColumnCount - 1));
            }
            continue;
        }
        // One that stands further down moved up: it goes there and comes here.
        for (int other = row; other < int(rows.size()); ++other) {
            if (!wantedHere.isLike(*rows[size_t(other)]))
                continue;
            beginRemoveRows(at, other, other);
            rows.erase(rows.begin() + other);
            endRemoveRows();
            break;
        }
        beginInsertRows(at, row, row);
        auto made = std::make_unique<Node>(std::move(wantedHere));
        made->parent = &parent;
        rows.insert(rows.begin() + row, std::move(made));
        endInsertRows();
    }
    for (const auto &child : rows) {
        if (!child->device)
            sync(*child);
    }
}

void DeviceTreeModel::tellState(const Node &of, const QUuid &device) {
    for (const auto &child : of.children) {
        if (child->device && DeviceStates::key(*child->device) == device)
            emit dataChanged(indexOf(*child, State), indexOf(*child, State));
        tellState(*child, device);
    }
}

DeviceTreeModel::Node &DeviceTreeModel::node(const QModelIndex &index) const {
    return index.isValid() ? *static_cast<Node *>(index.internalPointer()) : *m_root;
}

QModelIndex DeviceTreeModel::indexOf(const Node &node, int column) const {
    if (!node.parent)
        return {};
    const auto &rows = node.parent->children;
    const auto at = std::ranges::find_if(rows, [&node](const auto &row) { return row.get() == &node; });
    return createIndex(int(at - rows.begin()), column, &node);
}

QModelIndex DeviceTreeModel::index(int row, int column, const QModelIndex &parent) const {
    return hasIndex(row, column, parent) ? createIndex(row, column, node(parent).children[size_t(row)].get())
                                         : QModelIndex();
}

QModelIndex DeviceTreeModel::parent(const QModelIndex &index) const {
    return index.isValid() ? indexOf(*node(index).parent) : QModelIndex();
}

int DeviceTreeModel::rowCount(const QModelIndex &parent) const {
    return parent.column() > 0 ? 0 : int(node(parent).children.size());
}

const Device *DeviceTreeModel::deviceAt(const QModelIndex &index) const {
    const Node &at = node(index);
    return at.device ? &*at.device : nullptr;
}

QString DeviceTreeModel::groupAt(const QModelIndex &index) const { return node(index).group; }

QModelIndex DeviceTreeModel::indexOfGroup(const QString &group) const {
    if (group.isEmpty())
        return {};
    const QModelIndex above = indexOfGroup(devicegroup::parent(group));
    for (int row = 0; row < rowCount(above); ++row) {
        if (const QModelIndex found = index(row, Name, above); groupAt(found) == group)
            return found;
    }
    return {};
}

QList<Device> DeviceTreeModel::devicesAt(const QModelIndex &index) const {
    const Node &at = node(index);
    if (at.device)
        return {*at.device};
    QList<Device> devices;
    for (int row = 0; row < int(at.children.size()); ++row)
        devices += devicesAt(this->index(row, Name, index.siblingAtColumn(Name)));
    return devices;
}

QVariant DeviceTreeModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Node &at = node(index);
    if (at.device)
        return deviceData(*at.device, index.column(), role);
    if (index.column() != Name)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return devicegroup::name(at.group);
    case Qt::DecorationRole: return icon(Glyph::Folder);
    case Qt::ToolTipRole: return counted(devicesAt(index).size(), tr("%1 device"), tr("%1 devices"));
    case Qt::AccessibleTextRole:
        return tr("group %1, %2")
            .arg(devicegroup::name(at.group), counted(devicesAt(index).size(), tr("%1 device"), tr("%1 devices")));
    default: return {};
    }
}

QVariant DeviceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case State: return tr("State");
    case Address: return tr("Address");
    case Version: return tr("Version");
    case Notes: return tr("Notes");
    default: return {};
    }
}

} // namespace walkabout
