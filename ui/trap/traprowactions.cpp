// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/traprowactions.h"

#include "core/trap/notificationtext.h"
#include "ui/shared/cellcopy.h"

#include <QAction>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

TrapRowActions::TrapRowActions(QTableView &list, TrapModel &model, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_model(model) {
    auto *copying = new QAction(tr("&Copy"), &list);
    copying->setShortcut(QKeySequence::Copy);
    copying->setShortcutContext(Qt::WidgetShortcut);
    list.addAction(copying);
    connect(copying, &QAction::triggered, this, [this] { copyCells(m_list); });
    separate();
    m_needNotification += add(tr("Show in &MIB Tree"), Qt::Key_Return,
        [this](const TrapRecord &record) { emit objectRequested(record.notification.oid); });
    m_device = add(tr("Go to &Device"), {},
        [this](const TrapRecord &record) { emit deviceRequested(record.notification.source()); });
    add(tr("Show &Packet"), {}, [this](const TrapRecord &record) { emit packetRequested(record); });
    separate();
    m_needNotification += add(tr("Only This &Notification"), {}, [this](const TrapRecord &record) {
        emit filterRequested(u"name:"_s + notificationtext::name(record.notification, m_model.describe()));
    });
    add(tr("Only This &Source"), {}, [this](const TrapRecord &record) {
        emit filterRequested(u"source:"_s + record.notification.source().toString());
    });
    m_needNotification
        += add(tr("New &Rule from This ..."), {}, [this](const TrapRecord &record) { emit ruleRequested(record); });
    separate();
    m_needNotification
        += add(tr("Send &Again ..."), {}, [this](const TrapRecord &record) { emit sendRequested(record); });
    m_user = add(tr("Add This &User ..."), {}, [this](const TrapRecord &record) { emit userRequested(record); });
    add(tr("&Export Selected ..."), {}, [this](const TrapRecord &) { emit exportRequested(selected()); });
    list.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrapRowActions::judge);
    connect(&model, &TrapModel::rowsRead, this, &TrapRowActions::judge);
    connect(&model, &QAbstractItemModel::modelReset, this, &TrapRowActions::judge);
    judge();
}

QAction *TrapRowActions::add(const QString &text, const QKeySequence &key, Act act) {
    auto *action = new QAction(text, &m_list);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list.addAction(action);
    connect(action, &QAction::triggered, this, [this, act = std::move(act)] {
        if (const TrapRecord *record = current())
            act(TrapRecord(*record)); // a copy: what follows may let the row go
    });
    return action;
}

void TrapRowActions::separate() {
    auto *line = new QAction(&m_list);
    line->setSeparator(true);
    m_list.addAction(line);
}

const TrapRecord *TrapRowActions::current() const {
    const QModelIndex index = m_list.currentIndex();
    return index.isValid() ? m_model.at(index.row()) : nullptr;
}

QList<quint32> TrapRowActions::selected() const {
    QList<quint32> ids;
    for (const QModelIndex &index : m_list.selectionModel()->selectedRows())
        ids += m_model.id(index.row());
    std::ranges::sort(ids, std::greater());
    return ids;
}

void TrapRowActions::judge() {
    const TrapRecord *record = current();
    for (QAction *action : m_list.actions())
        action->setEnabled(record);
    if (!record)
        return;
    const auto &failure = record->notification.failure;
    for (QAction *action : std::as_const(m_needNotification))
        action->setEnabled(!failure);
    m_device->setEnabled(m_model.names().contains(record->notification.source().toString()));
    m_user->setEnabled(failure && !notificationtext::userOf(*failure).isEmpty());
}

} // namespace walkabout
