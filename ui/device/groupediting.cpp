// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/groupediting.h"

#include "core/base/count.h"
#include "core/store/devicegroup.h"
#include "core/store/groupchanges.h"
#include "ui/shared/noticebar.h"

namespace walkabout {

GroupEditing::GroupEditing(DeviceStore &store, NoticeBar &notice, QObject *window)
    : QObject(window)
    , m_store(store)
    , m_notice(notice) {}

bool GroupEditing::perform(const DeviceChanges &changes, const QString &told) {
    if (changes == DeviceChanges{})
        return false;
    const DeviceChanges back = m_store.inverse(changes);
    const std::optional<Failure> failure = m_store.apply(changes);
    if (failure) {
        m_notice.complain(failure->text());
        return failure->kind() == Failure::Kind::Damaged;
    }
    if (!told.isEmpty())
        m_notice.tell(told, tr("Undo"), [this, back] {
            if (const auto undone = m_store.apply(back))
                m_notice.complain(undone->text());
        });
    return true;
}

QString GroupEditing::add(const QString &into) {
    QString group = devicegroup::below(into, tr("New group"));
    for (int n = 2; m_store.groups().contains(group); ++n)
        group = devicegroup::below(into, tr("New group %1").arg(n));
    return perform({.groups = {group}}, {}) ? group : QString();
}

void GroupEditing::rename(const QString &group, const QString &name) {
    const QString to = devicegroup::below(devicegroup::parent(group), name);
    const QString told = m_store.groups().contains(to)
        ? tr("%1 is one group with “%2” now.").arg(devicegroup::name(group), name)
        : tr("The group %1 is called %2 now.").arg(devicegroup::name(group), name);
    perform(groupchanges::rename(m_store, group, to), told);
}

void GroupEditing::remove(const QString &group) {
    perform(groupchanges::remove(m_store, group), tr("The group %1 was removed; its devices are kept.").arg(group));
}

void GroupEditing::move(const QList<QUuid> &devices, const QStringList &groups, const QString &into) {
    const DeviceChanges changes = groupchanges::move(m_store, devices, groups, into);
    const QString what = counted(changes.devices.size(), tr("%1 device"), tr("%1 devices"));
    perform(changes, into.isEmpty() ? tr("%1: in no group now.").arg(what) : tr("%1: in %2 now.").arg(what, into));
}

} // namespace walkabout
