// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mib/modulelistrows.h"

#include <QAbstractTableModel>

namespace walkabout {

/// The modules in use, switched off and missing, one a row, with a box that switches a module off. What a box says is
/// what the person wants: the state follows with the next library.
class ModuleListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Module, Status, From, Updated, Definitions, File, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int FilterRole = Qt::UserRole + 1; // all texts of a row

    using QAbstractTableModel::QAbstractTableModel;

    void set(ModuleListRows::Pointer rows);
    /// By name.
    void setSwitchedOff(const QStringList &modules);
    [[nodiscard]] const ModuleListRows::Row &at(int row) const { return m_rows->rows[row]; }
    /// -1: not there.
    [[nodiscard]] int rowOf(const QString &module) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// "yours", "system" or "shipped", for people.
    [[nodiscard]] static QString tierText(int tier);

signals:
    void switched(const QString &module, bool off);

private:
    [[nodiscard]] QString text(const ModuleListRows::Row &row, int column) const;
    [[nodiscard]] QString statusText(const ModuleListRows::Row &row) const;
    [[nodiscard]] QVariant sortKey(const ModuleListRows::Row &row, int column) const;
    [[nodiscard]] QVariant colour(const ModuleListRows::Row &row, int column) const;
    [[nodiscard]] bool isWanted(const ModuleListRows::Row &row) const;

    ModuleListRows::Pointer m_rows = std::make_shared<ModuleListRows>();
    QStringList m_off;
};

} // namespace walkabout
