// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/listenbar.h"

#include "ui/shared/icon.h"
#include "ui/shared/palette.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace walkabout {

ListenBar::ListenBar(Receiver &receiver, QWidget *parent)
    : QWidget(parent)
    , m_receiver(receiver)
    , m_address(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_start(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_banner(new QLabel(this))
    , m_line(new QHBoxLayout) {
    m_address->setPlaceholderText(tr("all addresses"));
    m_address->setAccessibleName(tr("Listen address"));
    m_address->setToolTip(tr("An address of this machine; empty: all of them"));
    m_address->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    m_port->setRange(1, 65535);
    m_port->setValue(StandardPort);
    m_port->setAccessibleName(tr("Listen port"));
    m_port->setToolTip(tr("UDP port; 162 is the standard one"));
    m_banner->setAccessibleName(tr("Trap listener message"));
    m_banner->setWordWrap(true);
    m_banner->setMargin(6);
    m_banner->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_banner->setAutoFillBackground(true);
    m_banner->hide();
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
    layout->addWidget(m_banner);
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
        return m_receiver.listen(address, port);
    }
    Result<quint16> v4 = m_receiver.listen(QHostAddress::AnyIPv4, port);
    if (!v4)
        return v4;
    // A machine without IPv6 receives all it can.
    const Result<quint16> v6 = m_receiver.listen(QHostAddress::AnyIPv6, *v4);
    Q_UNUSED(v6)
    return v4;
}

void ListenBar::start() {
    m_banner->hide();
    const auto asked = quint16(m_port->value());
    Result<quint16> bound = listen(asked);
    if (!bound && asked == StandardPort && bound.failure().kind() == Failure::Kind::Network) {
        const QString why = bound.failure().text();
        bound = listen(FallbackPort);
        if (bound)
            say(tr("Port 162 was refused, so port %1 listens in its place: point devices there. %2")
                    .arg(*bound)
                    .arg(why),
                false);
    }
    if (!bound) {
        m_receiver.close();
        say(bound.failure().text(), true);
        return;
    }
    emit starting();
    m_start->setText(tr("Stop listening"));
    m_start->setAccessibleName(m_start->text());
    m_start->setIcon(icon(Glyph::Stop));
    m_state->setText(tr("Listening on port %1").arg(*bound));
    m_state->setToolTip(tr("The system gave a receive buffer of %1 kB").arg(m_receiver.receiveBuffer() / 1024));
    m_address->setEnabled(false);
    m_port->setEnabled(false);
}

void ListenBar::stop() {
    m_receiver.close();
    m_banner->hide();
    m_start->setText(tr("Start listening"));
    m_start->setAccessibleName(m_start->text());
    m_start->setIcon(icon(Glyph::Play));
    m_state->clear();
    m_address->setEnabled(true);
    m_port->setEnabled(true);
}

void ListenBar::say(const QString &text, bool bad) {
    QPalette colours = palette();
    colours.setColor(QPalette::Window, tint(colours, bad ? Tint::BadBack : Tint::NoticeBack));
    m_banner->setPalette(colours);
    m_banner->setText(text);
    m_banner->show();
}

} // namespace walkabout
