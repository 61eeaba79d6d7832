// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/snmp/events.h"

namespace walkabout {

/// Writes each event into the log's category walkabout.event while the log asks for everything. Made beside the engine;
/// log and events outlive it.
class EventLog final : public QObject {
    Q_OBJECT

public:
    EventLog(Log &log, Events &events, QObject *parent = nullptr);

private:
    void follow(bool everything);

    Events &m_events;
    QMetaObject::Connection m_connection;
};

} // namespace walkabout
