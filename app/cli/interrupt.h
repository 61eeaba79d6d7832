// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <memory>

class QSocketNotifier;

namespace walkabout {

/// SIGINT and SIGTERM as a Qt signal, through a pipe: a signal handler may do nothing else. One in the program. POSIX
/// only.
class Interrupt final : public QObject {
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    /// Set as soon as a signal came, before the event loop hears of it: for work that looks up between its steps.
    [[nodiscard]] static const std::atomic<bool> &hasCome();

signals:
    void interrupted(int signalNumber);

private:
    void read();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace walkabout
