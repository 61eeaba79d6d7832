// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/alertlimit.h"
#include "core/trap/trapstation.h"
#include "ui/shared/desktopnotice.h"
#include "ui/trap/sourceinterfaces.h"

#include <QTimer>

namespace walkabout {

/// What rules that ask for it bring to the desktop: one notice a rule and minute, the others counted. Owned by the
/// panel; the station outlives it.
class TrapAlerts final : public QObject {
    Q_OBJECT

public:
    explicit TrapAlerts(TrapStation &station, QObject *parent = nullptr);

    void setInterfaces(const SourceInterfaces &interfaces) { m_interfaces = interfaces; }

signals:
    /// A notice was clicked.
    void activated();
    /// Said once: a rule asks for notices, and this desktop has none.
    void unavailable();

private:
    void show(const AlertLimit::Alert &alert);
    void showDue();
    void arm();

    TrapStation &m_station;
    SourceInterfaces m_interfaces;
    AlertLimit m_limit;
    DesktopNotice m_notice;
    QTimer m_timer;
    bool m_saidUnavailable = false;
};

} // namespace walkabout
