// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/coveredtables.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace walkabout {

class TableResult;

/// The tables of a result: which there are, with their rows counted, and the one that was chosen as a grid. Owned by
/// the tab, which makes the grid; the store outlives it, or another is shown.
class TablesPane final : public QWidget {
    Q_OBJECT

public:
    explicit TablesPane(QWidget *parent = nullptr);

    /// The result is another; fixed: only this table was asked for.
    void show(const ResultStore &store, const Library::Pointer &library, const std::optional<Oid> &fixed);
    /// The result goes.
    void clear();
    void setGrid(TableResult *grid);
    [[nodiscard]] const QList<CoveredTables::Table> &tables() const { return m_tables; }
    /// The one whose grid is shown, or asked for; empty: none.
    [[nodiscard]] const Oid &chosen() const { return m_chosen; }
    void choose(const Oid &table);

signals:
    /// Its grid should be made.
    void chosenChanged(const walkabout::Oid &table);

private:
    void look();
    void fill();

    QComboBox *m_chooser;
    QWidget *m_head;
    QLabel *m_empty;
    QVBoxLayout *m_layout;
    TableResult *m_grid = nullptr;
    std::unique_ptr<CoveredTables> m_covered; // nullptr: what is shown is fixed
    const ResultStore *m_store = nullptr;
    QList<CoveredTables::Table> m_tables;
    Oid m_chosen;
    QTimer m_slices;
};

} // namespace walkabout
