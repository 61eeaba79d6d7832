// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/listenaddress.h"
#include "core/trap/portremedy.h"
#include "core/trap/receiver.h"
#include "ui/shared/poolrun.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace walkabout {

class PortHelp;

/// Where the receiver listens: address, port, start and stop, and a banner that says what came of it. Where 162 is
/// refused it listens on 1162 and says so; the banner names who holds the port or that the right is missing, and opens
/// the sheet with the remedies. The receiver outlives it.
class ListenBar final : public QWidget {
    Q_OBJECT

public:
    struct Ports {
        quint16 standard = 162;
        quint16 fallback = 1162; // where the standard one is refused
    };
    /// journal: its path, for the commands that the sheet shows.
    ListenBar(Receiver &receiver, QString journal, QWidget *parent = nullptr);
    ListenBar(Receiver &receiver, QString journal, Ports ports, QWidget *parent = nullptr);

    /// Another control in the same line.
    void addWidget(QWidget *widget, int stretch = 0);
    void stop();
    void say(const QString &text, bool bad);

signals:
    /// The receiver is about to listen.
    void starting();
    void stopped();

private:
    void toggle();
    void start();
    /// What stands in the line, with this port where it names none.
    [[nodiscard]] Result<QList<ListenAddress>> places(quint16 port) const;
    [[nodiscard]] std::optional<Failure> listen(quint16 port);
    void showListening();
    void explain(const ListenAddress &refused);
    void showReason(const PortRefusal &refusal);
    void showHelp();
    void clearBanner();

    Receiver &m_receiver;
    const QString m_journal;
    const Ports m_ports;
    QList<ListenAddress> m_places; // where it listens
    ListenAddress m_refused; // the last place that was
    quint16 m_instead = 0; // the port that listens where one was refused; 0: none
    PortRefusal m_refusal;
    PoolRun<PortRefusal> m_looking;
    QPointer<PortHelp> m_help;
    QLineEdit *m_address;
    QSpinBox *m_port;
    QPushButton *m_start;
    QLabel *m_state;
    QWidget *m_strip;
    QLabel *m_banner;
    QPushButton *m_why;
    QHBoxLayout *m_line;
};

} // namespace walkabout
