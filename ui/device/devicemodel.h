// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/devicestore.h"

#include <QAbstractItemModel>

namespace walkabout {

/// The devices to choose from: the demo device, then the saved ones. A view of the store, which outlives it.
class DeviceModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Address, Version, ColumnCount };

    explicit DeviceModel(const DeviceStore &store, QObject *parent = nullptr);

    [[nodiscard]] const Device &deviceAt(int row) const { return m_devices[row]; }
    /// -1: not there.
    [[nodiscard]] int rowOf(const QUuid &id) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &) const override { return {}; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();

    const DeviceStore &m_store;
    QList<Device> m_devices;
};

[[nodiscard]] Device demoDevice();
/// "10.0.0.1:1161" or a recording's file name.
[[nodiscard]] QString addressOf(const Device &device);

} // namespace walkabout
