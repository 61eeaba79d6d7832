// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/groupresult.h"
#include "core/work/resultexport.h"
#include "ui/query/slicedrows.h"

#include <vector>

namespace walkabout {

/// What several devices answered as one list, row by row as it came: the device first, and where each device ended its
/// last row, which says how. Starts nothing, owns no data; the result outlives it.
class GroupModel final : public SlicedRows {
    Q_OBJECT

public:
    GroupModel(const GroupResult &result, Describe describe, QObject *parent = nullptr);

    /// Marks rows against the run before (may be nullptr); it outlives this.
    void compareWith(const GroupResult *before);

    void setDescribe(Describe describe) override;
    /// What this device calls its interfaces: its own rows are told by them. nullptr: they are not.
    void setInterfaces(int part, InterfaceNames::Pointer interfaces);
    /// Marks what is pending, by device as in the result; they outlive this.
    void setChanges(QList<const ChangeSheet *> changes);
    /// Which device's row it is, counted as in the result; -1: none.
    [[nodiscard]] int partAt(const QModelIndex &index) const;
    /// Of these lines, or of all that are shown: the rows of the result.
    [[nodiscard]] std::vector<ResultExport::Row> places(const std::vector<int> &lines) const;
    [[nodiscard]] std::vector<ResultExport::Row> places() const;
    [[nodiscard]] const Times &timesOf(int part) const { return m_times[size_t(part)]; }
    /// The row that says how this device ended; invalid where it has not, or is filtered out.
    [[nodiscard]] QModelIndex endingOf(int part) const;

    [[nodiscard]] std::optional<VarBind> varBindAt(const QModelIndex &index) const override;
    [[nodiscard]] int total() const override { return int(m_all.size()) - m_notes; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int part = 0;
        int row = 0; // of its store; Ending: how the device ended
    };
    static constexpr int Ending = -1;

    void take(int part, int first, int last);
    void scan() override;
    [[nodiscard]] bool isNoteRow(int row) const override;
    [[nodiscard]] bool passes(const Row &row) const;
    [[nodiscard]] const Describe &describeOf(int part) const;
    [[nodiscard]] std::function<SortKey(int)> keyMaker() const override;
    [[nodiscard]] const ResultStore *beforeOf(int part) const;
    [[nodiscard]] Change changeOf(const Row &row) const;
    [[nodiscard]] QVariant deviceCell(int part, int role) const;
    [[nodiscard]] UtcMicroseconds timeOf(const Row &row) const;
    [[nodiscard]] const Row &at(int number) const { return m_all[size_t(number)]; }
    [[nodiscard]] VarBind varBindOf(const Row &row) const { return m_result.at(row.part).store->at(row.row); }

    const GroupResult &m_result;
    const GroupResult *m_before = nullptr;
    QList<const ChangeSheet *> m_changes; // by part
    mutable std::vector<std::optional<const ResultStore *>>
        m_befores; // by part, once looked at; nullptr: not comparable
    std::vector<Row> m_all; // as they came: a number shown is a place here
    std::vector<Times> m_times; // by part
    std::vector<InterfaceNames::Pointer> m_interfaces; // by part
    mutable std::vector<std::optional<Describe>> m_describes; // by part that has names, once looked at
    QTimer m_renaming; // devices tell their names one after the other
    int m_notes = 0;
};

} // namespace walkabout
