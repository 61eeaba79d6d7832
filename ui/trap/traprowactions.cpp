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
    connect(copying, &QAction::triggered, this, &TrapRowActions::copy);
    separate();
    m_needNotification += add(tr("Show in &MIB Tree"), Qt::Key_Return, &TrapRowActions::showObject);
    m_device = add(tr("Go to &Device"), {}, &TrapRowActions::showDevice);
    add(tr("Show &Packet"), {}, &TrapRowActions::showPacket);
    separate();
    m_needNotification += add(tr("Only This &Notification"), {}, &TrapRowActions::filterName);
    add(tr("Only This &Source"), {}, &TrapRowActions::filterSource);
    m_needNotification += add(tr("New &Rule from This ..."), {}, &TrapRowActions::makeRule);
    separate();
    m_needNotification += add(tr("Send &Again ..."), {}, &TrapRowActions::send);
    m_user = add(tr("Add This &User ..."), {}, &TrapRowActions::addUser);
    add(tr("&Export Selected ..."), {}, &TrapRowActions::exportRows);
    list.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrapRowActions::judge);
    connect(&model, &TrapModel::rowsRead, this, &TrapRowActions::judge);
    connect(&model, &QAbstractItemModel::modelReset, this, &TrapRowActions::judge);
    judge();
}

QAction *TrapRowActions::add(
    const QString &text, const QKeySequence &key, void (TrapRowActions::*act)(const TrapRecord &)) {
    auto *action = new QAction(text, &m_list);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list.addAction(action);
    connect(action, &QAction::triggered, this, [this, act] {
        if (const TrapRecord *record = current())
            (this->*act)(TrapRecord(*record)); // a copy: what follows may let the row go
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

void TrapRowActions::copy() { copyCells(m_list); }

void TrapRowActions::showObject(const TrapRecord &record) { emit objectRequested(record.notification.oid); }

void TrapRowActions::showDevice(const TrapRecord &record) { emit deviceRequested(record.notification.source()); }

void TrapRowActions::showPacket(const TrapRecord &record) { emit packetRequested(record); }

void TrapRowActions::send(const TrapRecord &record) { emit sendRequested(record); }

void TrapRowActions::addUser(const TrapRecord &record) { emit userRequested(record); }

void TrapRowActions::makeRule(const TrapRecord &record) { emit ruleRequested(record); }

void TrapRowActions::filterSource(const TrapRecord &record) {
    emit filterRequested(u"source:"_s + record.notification.source().toString());
}

void TrapRowActions::filterName(const TrapRecord &record) {
    emit filterRequested(u"name:"_s + notificationtext::name(record.notification, m_model.describe()));
}

void TrapRowActions::exportRows(const TrapRecord & /*current*/) { emit exportRequested(selected()); }

} // namespace walkabout
