// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/notification.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace walkabout {

/// Listens for traps and informs on any number of ports and hands each on as a Notification. An inform is acknowledged
/// once told to: the journal of a later day commits its row first (design 3.8). Owned by the trap panel or by the
/// command.
class Receiver final : public QObject {
    Q_OBJECT

public:
    explicit Receiver(Engine &engine, QObject *parent = nullptr);
    ~Receiver() override;

    /// UDP; port 0 asks for a free one. The port bound, or why not.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    void close();
    [[nodiscard]] bool isListening() const { return !m_listeners.empty(); }

signals:
    void received(const walkabout::Notification &notification);
    /// Every message, both ways, whatever it is.
    void traffic(const walkabout::Traffic &traffic);

private:
    static void acknowledge(Listener &listener, const Arrival &arrival);
    void handOn(const QPointer<Listener> &listener, const Arrival &arrival);

    Engine &m_engine;
    std::vector<std::unique_ptr<Listener>> m_listeners;
};

} // namespace walkabout
