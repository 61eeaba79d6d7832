// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

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

    /// The number of the last signal that came; 0: none.
    [[nodiscard]] int signalNumber() const { return m_number; }

signals:
    void interrupted(int signalNumber);

private:
    void read();

    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_number = 0;
};

} // namespace walkabout
