// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/columnpanel.h"

#include "core/work/tablejoin.h"
#include "ui/shared/icon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int ObjectRole = Qt::UserRole;

QString tableNameOf(const Library &library, const Oid &entry) { return library.node(entry).rowNode().parent().name(); }

} // namespace

ColumnPanel::ColumnPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("C&olumns"), this);
    title->setBuddy(m_list);
    head->addWidget(title, 1);
    QToolButton *up = button(tr("Move up"), tr("The column stands further left (Alt+Up)"));
    up->setArrowType(Qt::UpArrow);
    QToolButton *down = button(tr("Move down"), tr("The column stands further right (Alt+Down)"));
    down->setArrowType(Qt::DownArrow);
    QToolButton *close = button(tr("Close the columns"), tr("Close"));
    close->setIcon(icon(Glyph::Close, Tint::Dim));
    for (QToolButton *each : {up, down, close})
        head->addWidget(each);
    layout->addLayout(head);
    m_list->setAccessibleName(tr("Columns of the table"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    layout->addWidget(m_list, 1);
    m_interfaces = button(tr("All of an interface"), tr("ifTable, ifXTable and dot3StatsTable side by side"));
    m_join = button(tr("&Join"), tr("Other tables beside this one: of the same index, or found by a value of the row"));
    m_join->setPopupMode(QToolButton::InstantPopup);
    m_join->setMenu(new QMenu(m_join));
    QToolButton *all = button(tr("&All columns"), tr("Every column, in the order of the module"));
    auto *below = new QVBoxLayout;
    for (QToolButton *each : {m_interfaces, m_join, all}) {
        each->setToolButtonStyle(Qt::ToolButtonTextOnly);
        each->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        below->addWidget(each);
    }
    layout->addLayout(below);

    connect(up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(down, &QToolButton::clicked, this, [this] { move(1); });
    connect(close, &QToolButton::clicked, this, &ColumnPanel::closeAsked);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnPanel::tell);
    // The item that was dragged stands in both places until the drop is over.
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this,
        [this] { QTimer::singleShot(0, this, &ColumnPanel::tell); });
    connect(m_join->menu(), &QMenu::aboutToShow, this, &ColumnPanel::fillJoins);
    connect(m_interfaces, &QToolButton::clicked, this, [this] {
        QList<Oid> entries;
        for (const TableJoin &each : interfaceJoins(*m_library, m_entry))
            entries.append(each.entry);
        join(entries, true);
    });
    connect(all, &QToolButton::clicked, this, [this] {
        m_listed.clear();
        m_choice.columns.clear();
        emit chosen(m_choice);
    });
}

QToolButton *ColumnPanel::button(const QString &text, const QString &tip) {
    auto *made = new QToolButton(this);
    made->setText(text);
    made->setAccessibleName(QString(text).remove(u'&'));
    made->setToolTip(tip);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void ColumnPanel::showTable(
    Library::Pointer library, const Oid &entry, const QList<TableColumn> &columns, const TableChoice &choice) {
    QList<Oid> listed;
    for (const TableColumn &column : columns)
        listed.append(column.oid);
    m_library = std::move(library);
    m_entry = entry;
    // What was chosen here stands as it was left: nothing moves away under the pointer.
    if (std::exchange(m_listed, listed) == listed && m_choice == choice)
        return;
    m_choice = choice;
    m_interfaces->setVisible(!interfaceJoins(*m_library, entry).isEmpty());
    const QScopedValueRollback quiet(m_filling, true);
    const Oid current = m_list->currentItem() ? m_list->currentItem()->data(ObjectRole).value<Oid>() : Oid();
    m_list->clear();
    QList<TableColumn> ordered = columns;
    ordered.removeIf([](const TableColumn &column) { return column.indexPart >= 0; });
    std::ranges::stable_sort(ordered, {}, [&choice](const TableColumn &column) {
        const qsizetype at = choice.columns.indexOf(column.oid);
        return at < 0 ? choice.columns.size() : at;
    });
    for (const TableColumn &column : std::as_const(ordered)) {
        auto *item = new QListWidgetItem(column.title, m_list);
        item->setToolTip(column.toolTip);
        item->setData(ObjectRole, QVariant::fromValue(column.oid));
        item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsDropEnabled);
        const bool isShown = choice.columns.isEmpty() || choice.columns.contains(column.oid);
        item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
        if (column.oid == current)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
}

void ColumnPanel::fillJoins() {
    QMenu *menu = m_join->menu();
    menu->clear();
    for (const TableJoin &each : tableJoins(*m_library, m_entry)) {
        QString text = tableNameOf(*m_library, each.entry);
        QStringList way;
        for (const Oid &object : each.path)
            way.append(m_library->node(object).name());
        if (!way.isEmpty())
            text = tr("%1 (by %2)").arg(text, way.join(u" > "_s));
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_choice.joined.contains(each.entry));
        connect(action, &QAction::triggered, this, [this, entry = each.entry](bool joined) { join({entry}, joined); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No table goes with this one"))->setEnabled(false);
}

void ColumnPanel::join(const QList<Oid> &entries, bool joined) {
    for (const Oid &entry : entries) {
        m_choice.joined.removeAll(entry);
        if (joined)
            m_choice.joined.append(entry);
        const QList<NodeRef> columns = joinedColumns(*m_library, entry);
        const bool isChosen = !m_choice.columns.isEmpty();
        for (const NodeRef &column : columns) {
            m_choice.columns.removeAll(column.oid());
            if (joined && isChosen)
                m_choice.columns.append(column.oid());
        }
    }
    emit chosen(m_choice);
}

void ColumnPanel::tell() {
    if (m_filling)
        return;
    QList<Oid> shown;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            shown.append(m_list->item(row)->data(ObjectRole).value<Oid>());
    }
    if (shown.isEmpty()) // a table of nothing: the index alone says no more than that
        return;
    m_choice.columns = shown;
    emit chosen(m_choice);
}

void ColumnPanel::move(int step) {
    const int from = m_list->currentRow();
    const int to = from + step;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    {
        const QScopedValueRollback quiet(m_filling, true);
        QListWidgetItem *item = m_list->takeItem(from);
        m_list->insertItem(to, item);
        m_list->setCurrentRow(to);
    }
    tell();
}

bool ColumnPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isMove = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (isMove && key->modifiers().testFlag(Qt::AltModifier)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace walkabout
