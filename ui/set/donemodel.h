// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"
#include "core/work/donechange.h"
#include "ui/device/opendevices.h"

#include <QAbstractTableModel>

namespace walkabout {

/// The changes that were sent in this session of the program, the latest last, with what became of them.
class DoneModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, DeviceName, Object, Before, After, Outcome, ColumnCount };

    /// devices: they outlive it.
    explicit DoneModel(const OpenDevices &devices, QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    [[nodiscard]] const Describe &describe() const { return m_describe; }
    void add(const QList<DoneChange> &done);
    [[nodiscard]] const DoneChange &at(int row) const { return m_done.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const DoneChange &done, int column) const;
    [[nodiscard]] Describe describeOf(const DoneChange &done) const;
    void tellChanged();

    const OpenDevices &m_devices;
    Describe m_describe{Library::empty()};
    QList<DoneChange> m_done;
};

} // namespace walkabout
