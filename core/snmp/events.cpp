// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/events.h"

#include <QMetaMethod>
#include <QPointer>

#include <utility>

namespace walkabout {

Events::Events() { qRegisterMetaType<Event>(); }

bool Events::isWatched() const {
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Events::happened);
    return isSignalConnected(signal);
}

void Events::record(Event event) {
    m_queue.append(std::move(event));
    if (m_queue.size() == 1)
        QMetaObject::invokeMethod(this, &Events::flush, Qt::QueuedConnection);
}

void Events::flush() {
    const QPointer<Events> self(this);
    const QList<Event> queue = std::exchange(m_queue, {});
    for (const Event &event : queue) {
        emit happened(event);
        if (!self)
            return;
    }
}

} // namespace walkabout
