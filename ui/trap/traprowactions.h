// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/traprecord.h"
#include "ui/trap/trapmodel.h"

#include <QObject>

#include <functional>

class QAction;
class QTableView;

namespace walkabout {

/// What can be done with rows of the trap list, by its menu and by keys. Owned by the panel, as are list and model.
class TrapRowActions final : public QObject {
    Q_OBJECT

public:
    TrapRowActions(QTableView &list, TrapModel &model, QObject *parent);

    /// Numbers of the selected rows, the newest first.
    [[nodiscard]] QList<quint32> selected() const;
    /// nullptr: no row is current, or it is not read yet.
    [[nodiscard]] const TrapRecord *current() const;

signals:
    void objectRequested(const walkabout::Oid &oid);
    void deviceRequested(const QHostAddress &address);
    void packetRequested(const walkabout::TrapRecord &record);
    void sendRequested(const walkabout::TrapRecord &record);
    void userRequested(const walkabout::TrapRecord &record);
    void ruleRequested(const walkabout::TrapRecord &record);
    void filterRequested(const QString &term);
    void exportRequested(const QList<quint32> &rows);

private:
    using Act = std::function<void(const TrapRecord &)>;
    /// act gets the current row.
    QAction *add(const QString &text, const QKeySequence &key, Act act);
    void separate();
    void judge();

    QTableView &m_list;
    TrapModel &m_model;
    QList<QAction *> m_needNotification; // not for what could not be read
    QAction *m_device;
    QAction *m_user;
};

} // namespace walkabout
