// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/devicestore.h"

#include <QObject>

namespace walkabout {

class NoticeBar;

/// What is done to groups of devices: made, renamed, removed, devices moved; each is offered back. Owned by the window;
/// store and notice outlive it.
class GroupEditing final : public QObject {
    Q_OBJECT

public:
    GroupEditing(DeviceStore &store, NoticeBar &notice, QObject *window);

    /// The new group, with a name of its own to be changed; empty: it could not be made, and that was told.
    QString add(const QString &into);
    void rename(const QString &group, const QString &name);
    /// What is inside goes to the group around it.
    void remove(const QString &group);
    void move(const QList<QUuid> &devices, const QStringList &groups, const QString &into);

private:
    bool perform(const DeviceChanges &changes, const QString &told);

    DeviceStore &m_store;
    NoticeBar &m_notice;
};

} // namespace walkabout
