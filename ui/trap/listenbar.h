// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/receiver.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace walkabout {

/// Where the receiver listens: address, port, start and stop, and a banner that says what came of it. Where 162 is
/// refused it listens on 1162 and says so. The receiver outlives it.
class ListenBar final : public QWidget {
    Q_OBJECT

public:
    static constexpr quint16 StandardPort = 162;
    static constexpr quint16 FallbackPort = 1162;

    explicit ListenBar(Receiver &receiver, QWidget *parent = nullptr);

    /// Another control in the same line.
    void addWidget(QWidget *widget, int stretch = 0);
    void stop();
    void say(const QString &text, bool bad);

signals:
    /// The receiver is about to listen.
    void starting();

private:
    void toggle();
    void start();
    [[nodiscard]] Result<quint16> listen(quint16 port);

    Receiver &m_receiver;
    QLineEdit *m_address;
    QSpinBox *m_port;
    QPushButton *m_start;
    QLabel *m_state;
    QLabel *m_banner;
    QHBoxLayout *m_line;
};

} // namespace walkabout
