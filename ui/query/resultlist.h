// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QTableView>

#include <functional>
#include <optional>
#include <vector>

namespace walkabout {

class ColumnMemory;
class ResultRows;

/// The list of a result, of one device or of several: one fixed row height, widths fitted to the first screenful once
/// and grown where names come later, notes across all columns, copies as tab-separated text.
class ResultList : public QTableView {
    Q_OBJECT

public:
    explicit ResultList(QWidget *parent = nullptr);
    /// Rows of which a cell is selected, from the top.
    [[nodiscard]] std::vector<int> selectedLines() const;

    /// Where widths that a person gives are kept; it outlives this.
    void setColumnMemory(ColumnMemory *memory) { m_memory = memory; }

    void showModel(ResultRows *model);
    /// Ctrl+C: the cells, one cell as its bare value.
    void copyCells();
    /// Ctrl+Shift+C: the numeric OIDs with instance, one a line.
    void copyOids();
    /// Shows and hides columns: for the header's menu and the window's.
    [[nodiscard]] QMenu *columnMenu(QWidget *parent);
    /// By the column of the current cell; as a click on its header.
    void sortByCurrent();
    /// A run ended whose rows came in OID order, in a list that the run before left sorted.
    void sortAsBefore();

    /// What is in the way of moving rows calls, at once or later, what moves them.
    using MoveGate = std::function<void(std::function<void()> move)>;
    void setMoveGate(MoveGate gate) { m_moveGate = std::move(gate); }
    /// What only this kind of list can do.
    virtual void addTo(QMenu &) {}

signals:
    void menuAsked(const QPoint &globalPosition);
    /// Why nothing was copied.
    void refused(const QString &text);

protected:
    /// name: whose widths are remembered.
    ResultList(QString name, QWidget *parent);

    void keyPressEvent(QKeyEvent *event) override;
    int sizeHintForColumn(int column) const override;

private:
    void fitOnce();
    void widen();
    [[nodiscard]] std::optional<int> ownWidth(int kind) const;
    void spanNotes(int first, int last);
    void spanNote(int row);
    void spanAllNotes();
    void rememberWidth(int column, int width);

    const QString m_name;
    ResultRows *m_model = nullptr;
    ColumnMemory *m_memory = nullptr;
    MoveGate m_moveGate;
    bool m_fitted = false;
    bool m_fitting = false;
};

} // namespace walkabout
