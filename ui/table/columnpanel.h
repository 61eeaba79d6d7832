// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "ui/shared/tablechoice.h"
#include "ui/table/tablecolumns.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QToolButton;

namespace walkabout {

/// Which columns of a table are shown and in which order, and which tables are joined to it: a list beside the grid,
/// ticked and dragged, or moved with Alt+Up and Alt+Down. Says what was chosen; the tab makes it so.
class ColumnPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ColumnPanel(QWidget *parent = nullptr);

    /// columns: all that can be shown, the index among them.
    void showTable(
        Library::Pointer library, const Oid &entry, const QList<TableColumn> &columns, const TableChoice &choice);

signals:
    void chosen(const walkabout::TableChoice &choice);
    void closeAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QToolButton *button(const QString &text, const QString &tip);
    void fillJoins();
    void tell();
    void move(int step);
    void join(const QList<Oid> &entries, bool joined);

    Library::Pointer m_library;
    Oid m_entry;
    TableChoice m_choice;
    QListWidget *m_list;
    QToolButton *m_interfaces;
    QToolButton *m_join;
    QList<Oid> m_listed; // in the order of the library
    bool m_filling = false;
};

} // namespace walkabout
