// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/work/changesheet.h"
#include "core/work/describe.h"
#include "core/work/rundifference.h"

#include <QAbstractTableModel>

namespace walkabout {

/// What the list of a result shows: rows of varbinds, and among them notes of how operations ended. Text is made for
/// the rows that are looked at.
class ResultRows : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, ValueText, Units, Type, ObjectId, Time, ColumnCount };
    /// DepthRole and BranchRole: of a tree's lines, how far in they stand, and TreeModel::Branch.
    enum Role { IsNoteRole = Qt::UserRole, CopyRole, DepthRole, BranchRole };
    using Change = RunDifference::Change;

    /// Columns that stand before these: a device's, where there are several.
    [[nodiscard]] int lead() const { return m_lead; }

    [[nodiscard]] virtual bool isNote(const QModelIndex &index) const = 0;
    /// nullopt on a note.
    [[nodiscard]] virtual std::optional<VarBind> varBindAt(const QModelIndex &index) const = 0;
    /// Of the varbind, or of the object that stands there; empty on a note.
    [[nodiscard]] virtual Oid oidAt(const QModelIndex &index) const;
    /// Rows shown that are varbinds.
    [[nodiscard]] virtual int shown() const = 0;
    [[nodiscard]] virtual int total() const = 0;
    [[nodiscard]] virtual bool isFiltering() const = 0;
    /// Where the notes stand.
    [[nodiscard]] virtual QList<int> noteLines() const = 0;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// All that has arrived so far is shown or filtered out.
    void caughtUp();
    void sorted();
    /// Names, or what values say, are read in another way: the rows stay.
    void redescribed();

protected:
    static constexpr std::chrono::milliseconds Gather{30}; // batches that arrive within are one insertion
    static constexpr int SliceMilliseconds = 8;
    static constexpr int SliceRows = 20'000; // no filter: only the insertion costs

    /// A varbind of a store, with what is known of it.
    struct Place {
        const ResultStore &store;
        int row = 0;
        const ResultStore *before = nullptr; // of the run before
        std::optional<Change> change; // since it; nullopt: to be looked for there
        UtcMicroseconds time;
        bool isGone = false; // the store is that of the run before
        const ChangeSheet *changes = nullptr; // pending on its device
        const Describe *describe = nullptr; // of its device, where there are several
    };
    ResultRows(Describe describe, int lead, QObject *parent);

    /// column: one of these, the lead taken off.
    [[nodiscard]] QVariant cell(const Place &place, int column, int role) const;
    [[nodiscard]] static QVariant noteCell(const QString &text, bool bad, int column, int role);

    /// before: of the run before; nullptr: there is none to compare with.
    [[nodiscard]] static Change changeOf(const VarBind &varBind, const ResultStore *before);
    [[nodiscard]] static Change changeIn(const Place &place, const VarBind &varBind);

    Describe m_describe;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;

private:
    [[nodiscard]] QVariant text(const VarBind &varBind, const Place &place, int column) const;

    int m_lead;
};

} // namespace walkabout
