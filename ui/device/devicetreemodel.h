// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/devicestore.h"
#include "ui/shared/wordfilter.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace walkabout {

class DeviceStates;

/// The devices of the Devices panel in their groups: the demo device, the groups, then the devices in none. Asks for
/// what a person drags or renames, and changes nothing itself. A view of store and states, which outlive it.
class DeviceTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, State, Address, Version, Notes, ColumnCount };

    DeviceTreeModel(const DeviceStore &store, const DeviceStates &states, QObject *parent = nullptr);
    ~DeviceTreeModel() override;

    /// Devices whose name, address, group or notes have these words, and the groups around them.
    void setFilter(const QString &text);
    /// nullptr: a group.
    [[nodiscard]] const Device *deviceAt(const QModelIndex &index) const;
    /// Empty: a device.
    [[nodiscard]] QString groupAt(const QModelIndex &index) const;
    [[nodiscard]] const QStringList &groups() const { return m_store.groups(); }
    [[nodiscard]] QModelIndex indexOfGroup(const QString &group) const;
    /// The device; of a group all inside it, as they stand.
    [[nodiscard]] QList<Device> devicesAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

signals:
    void renameRequested(const QString &group, const QString &name);
    void moveRequested(const QList<QUuid> &devices, const QStringList &groups, const QString &into);

private:
    struct Node {
        Node *parent = nullptr;
        QString group; // of a group
        std::optional<Device> device;
        std::vector<std::unique_ptr<Node>> children;

        [[nodiscard]] bool isLike(const Node &other) const {
            return group == other.group && device.has_value() == other.device.has_value()
                && (!device || device->id == other.device->id);
        }
    };
    [[nodiscard]] Node &node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node &node, int column = Name) const;
    [[nodiscard]] bool isShown(const Device &device) const;
    [[nodiscard]] bool isShown(const QString &group) const;
    /// What stands in this group now, without what is inside its groups.
    [[nodiscard]] std::vector<Node> wanted(const QString &group) const;
    void follow();
    void sync(Node &parent);
    void tellState(const Node &of, const QUuid &device);
    [[nodiscard]] QVariant deviceData(const Device &device, int column, int role) const;

    const DeviceStore &m_store;
    const DeviceStates &m_states;
    WordFilter m_filter;
    Device m_demo;
    std::unique_ptr<Node> m_root;
};

} // namespace walkabout
