// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/socket.h"

#include <QPointer>

#include <deque>
#include <memory>
#include <utility>

namespace walkabout {

/// One end of a pair in memory: what one sends the other receives from the event loop. For tests and for agents in this
/// process.
class MemorySocket final : public Socket {
    Q_OBJECT

public:
    static std::pair<std::unique_ptr<MemorySocket>, std::unique_ptr<MemorySocket>> pair();

    void open() override;
    Sent send(QByteArrayView message) override;
    bool drain() override;

private:
    MemorySocket() = default;
    void arrive(QByteArray message);

    QPointer<MemorySocket> m_other;
    std::deque<QByteArray> m_arrived;
};

} // namespace walkabout
