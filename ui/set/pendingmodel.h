// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"
#include "ui/device/opendevice.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace walkabout {

class SheetFacts;

/// The sheet of one device as rows, in the order in which they are sent. Sends nothing; the facts outlive it.
class PendingModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Object, Before, After, Type, State, ColumnCount };

    explicit PendingModel(const SheetFacts &facts, QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    /// nullptr: none.
    void show(OpenDevice *device);
    [[nodiscard]] Oid instanceAt(int row) const;
    [[nodiscard]] int rowOf(const Oid &instance) const;
    /// The value that is to stand there.
    [[nodiscard]] std::optional<VarBind> changeAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    [[nodiscard]] QString text(int row, int column) const;

    const SheetFacts &m_facts;
    Describe m_describe{Library::empty()};
    QPointer<OpenDevice> m_device;
    QList<Oid> m_rows; // as the view knows them
};

} // namespace walkabout
