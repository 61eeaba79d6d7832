// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/event.h"

#include <QObject>

namespace walkabout {

/// What happens on every session and listener of an engine, in its order. Owned by the Engine. Connect to happened() to
/// be told (the connection is the handle to let go), compare Event::source for one session alone. Costs nothing while
/// no one is connected.
class Events final : public QObject {
    Q_OBJECT

public:
    Events();

    [[nodiscard]] bool isWatched() const;
    /// Tells of it when the event loop is reached.
    void record(Event event);
    /// A number that no session of this engine had.
    [[nodiscard]] quint64 newSource() { return ++m_lastSource; }

signals:
    void happened(const walkabout::Event &event);

private:
    void flush();

    QList<Event> m_queue;
    quint64 m_lastSource = 0;
};

} // namespace walkabout
