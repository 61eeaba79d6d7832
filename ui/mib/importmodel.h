// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/importplan.h"
#include "core/mib/importwork.h"

#include <QAbstractItemModel>

#include <array>

namespace walkabout {

/// An import plan in groups, what needs a person's eye first: what failed, conflicts with a choice, missing modules,
/// what will be added, what is there, what is no MIB. Groups of nothing are not shown.
class ImportModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Modules, Fate, Remark, Updated, Definitions, File, ColumnCount };
    enum class Group : quint8 { Failed, Conflicts, Missing, Added, Same, NotMib };

    explicit ImportModel(QObject *parent = nullptr);

    void setPlan(ImportPlan plan);
    [[nodiscard]] const ImportPlan &plan() const { return m_plan; }
    /// After it was carried out: what failed, with the reason.
    void setResults(const QList<ImportResult> &results);

    [[nodiscard]] std::optional<Group> groupOf(const QModelIndex &index) const;
    /// What the person should read of a row, or of all rows of a group.
    [[nodiscard]] QString details(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// A choice was made: the sentences of the plan are others.
    void chosen();

private:
    static constexpr size_t GroupCount = 6;

    void fill();
    void renewMissing();
    [[nodiscard]] int sizeOf(Group group) const;
    [[nodiscard]] QString title(Group group) const;
    [[nodiscard]] static QVariant choiceForAll(int role);
    [[nodiscard]] QVariant fileData(const ImportFile &file, qsizetype number, int column, int role) const;
    [[nodiscard]] QVariant missingData(const ImportPlan::Missing &missing, int column, int role) const;
    [[nodiscard]] QString rowDetails(Group group, int row) const;

    ImportPlan m_plan;
    QList<ImportPlan::Missing> m_missing;
    QHash<qsizetype, QString> m_failures; // by number of the file
    std::array<QList<qsizetype>, GroupCount> m_rows; // numbers of files
    QList<Group> m_groups; // those that are shown
};

} // namespace walkabout
