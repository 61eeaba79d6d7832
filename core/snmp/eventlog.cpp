// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/eventlog.h"

namespace walkabout {

EventLog::EventLog(Log &log, Events &events, QObject *parent)
    : QObject(parent)
    , m_events(events) {
    connect(&log, &Log::leastChanged, this, [this](LogLevel least) { follow(least == LogLevel::Debug); });
    follow(log.least() == LogLevel::Debug);
}

void EventLog::follow(bool everything) {
    disconnect(m_connection);
    m_connection = {};
    if (everything)
        m_connection = connect(
            &m_events, &Events::happened, this, [](const Event &event) { qCDebug(lcEvent).noquote() << event.line(); });
}

} // namespace walkabout
