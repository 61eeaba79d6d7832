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
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

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
    m_address->setToolTip(tr("Addresses of this machine, each with a port of its own or not: 10.0.0.5 [::1]:1162\n"
                             "Empty: all addresses"));
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

Result<QList<ListenAddress>> ListenBar::places(quint16 port) const {
    const QHostAddress all(QHostAddress::AnyIPv4);
    QList<ListenAddress> places;
    static const QRegularExpression apart(u"[,\\s]+"_s);
    for (const QString &text : m_address->text().split(apart, Qt::SkipEmptyParts)) {
        if (const QHostAddress address(text); !address.isNull()) {
            places.append({address, port});
            continue;
        }
        const auto place = ListenAddress::parse(text, all);
        if (!place)
            return place.failure();
        places.append(*place);
    }
    if (places.isEmpty())
        places = {{all, port}, {QHostAddress(QHostAddress::AnyIPv6), port}};
    return places;
}

std::optional<Failure> ListenBar::listen(quint16 port) {
    const auto wanted = places(port);
    if (!wanted)
        return wanted.failure();
    m_places.clear();
    const bool isAll = m_address->text().trimmed().isEmpty();
    for (ListenAddress place : *wanted) {
        if (isAll && !m_places.isEmpty())
            place.port = m_places.first().port; // both families at one
        const auto bound = m_receiver.listen(place.address, place.port);
        if (bound) {
            place.port = *bound;
            m_places.append(place);
        } else if (m_places.isEmpty() || !isAll) { // a machine without IPv6 receives all it can
            m_refused = place;
            m_receiver.close();
            return bound.failure();
        }
    }
    return {};
}

void ListenBar::start() {
    clearBanner();
    if (m_help) // it outlives stop(), which some of its remedies begin with
        m_help->close();
    auto failure = listen(quint16(m_port->value()));
    const bool isRefused = failure && failure->kind() == Failure::Kind::Network;
    const ListenAddress refused = m_refused;
    m_instead = 0;
    if (isRefused && m_port->value() == m_ports.standard && refused.port == m_ports.standard) {
        const QString why = failure->text();
        failure = listen(m_ports.fallback);
        m_instead = failure ? quint16(0) : m_places.first().port;
        if (!failure)
            say(tr("Port %1 was refused; listening on %2: point devices there. %3")
                    .arg(QString::number(refused.port), QString::number(m_instead), why),
                false);
    }
    if (failure)
        say(failure->text(), true);
    if (isRefused)
        explain(refused);
    if (failure)
        return;
    emit starting();
    showListening();
}

void ListenBar::showListening() {
    QStringList all;
    for (const ListenAddress &place : std::as_const(m_places))
        all += place.toString();
    const bool isOnePort = std::ranges::all_of(
        m_places, [&](const ListenAddress &place) { return place.port == m_places.first().port; });
    m_state->setText(isOnePort ? tr("Listening on port %1").arg(m_places.first().port)
                               : tr("Listening at %1 places").arg(m_places.size()));
    m_state->setToolTip(tr("%1\nThe system gave a receive buffer of %2 kB")
                            .arg(all.join(u'\n'), QString::number(m_receiver.receiveBuffer() / 1024)));
    m_start->setText(tr("Stop listening"));
    m_start->setAccessibleName(m_start->text());
    m_start->setIcon(icon(Glyph::Stop));
    m_address->setEnabled(false);
    m_port->setEnabled(false);
}

// Who holds it takes some milliseconds to find out.
void ListenBar::explain(const ListenAddress &refused) {
    m_looking.start([refused](const std::atomic<bool> &) { return PortRefusal::look(refused.address, refused.port); },
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
        QList<QHostAddress> addresses;
        for (const ListenAddress &place : std::as_const(m_places))
            addresses += place.address;
        if (addresses.isEmpty())
            addresses = {m_refused.address};
        m_help = new PortHelp(m_refusal, {path, m_journal, addresses, m_instead}, this);
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
