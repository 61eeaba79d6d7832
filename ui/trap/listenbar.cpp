// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/listenbar.h"

#include "ui/shared/icon.h"
#include "ui/shared/palette.h"
#include "ui/trap/porthelp.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace walkabout {

ListenBar::ListenBar(Receiver &receiver, QString journal, QWidget *parent)
    : ListenBar(receiver, std::move(journal), Ports(), parent) {}

ListenBar::ListenBar(Receiver &receiver, QString journal, Ports ports, QWidget *parent)
    : QWidget(parent)
    , m_receiver(receiver)
    , m_journal(std::move(journal))
    , m_ports(ports)
    , m_address(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_start(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_strip(new QWidget(this))
    , m_banner(new QLabel(m_strip))
    , m_why(new QPushButton(tr("Why?"), m_strip))
    , m_line(new QHBoxLayout) {
    m_address->setPlaceholderText(tr("all addresses"));
    m_address->setAccessibleName(tr("Listen address"));
    m_address->setToolTip(tr("An address of this machine; empty: all of them"));
    m_address->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    m_port->setRange(1, 65535);
    m_port->setValue(m_ports.standard);
    m_port->setAccessibleName(tr("Listen port"));
    m_port->setToolTip(tr("UDP port; 162 is the standard one"));
    m_banner->setAccessibleName(tr("Trap listener message"));
    m_banner->setWordWrap(true);
    m_banner->setMargin(6);
    m_banner->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_why->setAutoDefault(false);
    connect(m_why, &QPushButton::clicked, this, &ListenBar::showHelp);
    m_strip->setAutoFillBackground(true);
    auto *strip = new QHBoxLayout(m_strip);
    strip->setContentsMargins(0, 0, 4, 0);
    strip->addWidget(m_banner, 1);
    strip->addWidget(m_why);
    m_start->setAutoDefault(false);
    connect(m_start, &QPushButton::clicked, this, &ListenBar::toggle);
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (!m_receiver.isListening())
            start();
    });
    stop();

    m_line->setContentsMargins(4, 4, 4, 4);
    m_line->setSpacing(6);
    m_line->addWidget(m_address);
    m_line->addWidget(m_port);
    m_line->addWidget(m_start);
    m_line->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_line);
    layout->addWidget(m_strip);
}

void ListenBar::addWidget(QWidget *widget, int stretch) { m_line->addWidget(widget, stretch); }

void ListenBar::toggle() {
    if (m_receiver.isListening())
        stop();
    else
        start();
}

Result<quint16> ListenBar::listen(quint16 port) {
    const QString text = m_address->text().trimmed();
    if (!text.isEmpty()) {
        const QHostAddress address(text);
        if (address.isNull())
            return Failure(Failure::Kind::InvalidEndpoint, {text});
        m_addresses = {address};
        return m_receiver.listen(address, port);
    }
    m_addresses = {QHostAddress(QHostAddress::AnyIPv4)};
    Result<quint16> v4 = m_receiver.listen(m_addresses.first(), port);
    if (!v4)
        return v4;
    // A machine without IPv6 receives all it can.
    const QHostAddress all(QHostAddress::AnyIPv6);
    if (m_receiver.listen(all, *v4))
        m_addresses += all;
    return v4;
}

void ListenBar::start() {
    clearBanner();
    if (m_help) // it outlives stop(), which some of its remedies begin with
        m_help->close();
    const auto asked = quint16(m_port->value());
    Result<quint16> bound = listen(asked);
    const bool isRefused = !bound && bound.failure().kind() == Failure::Kind::Network;
    m_instead = 0;
    if (isRefused && asked == m_ports.standard) {
        const QString why = bound.failure().text();
        bound = listen(m_ports.fallback);
        m_instead = bound ? *bound : quint16(0);
        if (bound)
            say(tr("Port %1 was refused; listening on %2: point devices there. %3")
                    .arg(QString::number(asked), QString::number(*bound), why),
                false);
    }
    if (!bound) {
        m_receiver.close();
        say(bound.failure().text(), true);
    }
    if (isRefused)
        explain(asked);
    if (!bound)
        return;
    emit starting();
    m_start->setText(tr("Stop listening"));
    m_start->setAccessibleName(m_start->text());
    m_start->setIcon(icon(Glyph::Stop));
    m_state->setText(tr("Listening on port %1").arg(*bound));
    m_state->setToolTip(tr("The system gave a receive buffer of %1 kB").arg(m_receiver.receiveBuffer() / 1024));
    m_address->setEnabled(false);
    m_port->setEnabled(false);
}

// Who holds it takes some milliseconds to find out.
void ListenBar::explain(quint16 port) {
    m_looking.start(
        [address = m_addresses.first(), port](const std::atomic<bool> &) { return PortRefusal::look(address, port); },
        [this](const PortRefusal &refusal) { showReason(refusal); });
}

void ListenBar::showReason(const PortRefusal &refusal) {
    if (!refusal.isExplained())
        return; // the system's words stand there
    m_refusal = refusal;
    if (m_instead > 0)
        say(tr("%1; listening on %2: point devices there.").arg(refusal.text(), QString::number(m_instead)), false);
    else if (refusal.port == m_ports.standard)
        say(tr("%1, and port %2 was refused too.").arg(refusal.text(), QString::number(m_ports.fallback)), true);
    else
        say(tr("%1.").arg(refusal.text()), true);
    m_why->setAccessibleName(tr("Why was port %1 refused?").arg(refusal.port));
    m_why->setToolTip(tr("Why port %1 was refused, and what can be done").arg(refusal.port));
    m_why->show();
}

void ListenBar::showHelp() {
    if (!m_help) {
        const QFileInfo commandLine(QCoreApplication::applicationDirPath() + "/walkabout-cli"_L1);
        const QString path = commandLine.exists() ? commandLine.canonicalFilePath() : commandLine.filePath();
        m_help = new PortHelp(m_refusal, {path, m_journal, m_addresses, m_instead}, this);
    }
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void ListenBar::clearBanner() {
    m_looking.cancel();
    m_strip->hide();
    m_why->hide();
}

void ListenBar::stop() {
    m_receiver.close();
    clearBanner();
    m_start->setText(tr("Start listening"));
    m_start->setAccessibleName(m_start->text());
    m_start->setIcon(icon(Glyph::Play));
    m_state->clear();
    m_address->setEnabled(true);
    m_port->setEnabled(true);
    emit stopped();
}

void ListenBar::say(const QString &text, bool bad) {
    QPalette colours = palette();
    colours.setColor(QPalette::Window, tint(colours, bad ? Tint::BadBack : Tint::NoticeBack));
    m_strip->setPalette(colours);
    m_banner->setText(text);
    m_why->hide();
    m_strip->show();
}

} // namespace walkabout
