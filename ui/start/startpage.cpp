// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "ui/shared/icon.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QVBoxLayout>

namespace walkabout {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new QVBoxLayout) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    const auto link = [this, column](Glyph glyph, const QString &text, const QString &description) {
        auto *button = new QCommandLinkButton(text, description, this);
        button->setIcon(icon(glyph, Tint::Accent));
        button->setAccessibleName(text);
        button->setMinimumWidth(460);
        column->addWidget(button);
        return button;
    };
    connect(link(Glyph::Play, tr("Try the demo switch"),
                tr("24 ports and a host side, played by this program; nothing leaves the machine")),
        &QCommandLinkButton::clicked, this, &StartPage::demoAsked);
    connect(link(Glyph::Recording, tr("Open a recording"),
                tr("A .snmprec file, or what snmpwalk printed, opens as a device")),
        &QCommandLinkButton::clicked, this, &StartPage::recordingAsked);
    column->addSpacing(12);
    m_recent->setSpacing(0);
    column->addLayout(m_recent);

    auto *layout = new QHBoxLayout;
    layout->addStretch(1);
    layout->addLayout(column);
    layout->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(layout);
    page->addStretch(3);
}

void StartPage::setRecent(const QList<Recent> &recent) {
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (recent.isEmpty())
        return;
    auto *head = new QLabel(tr("Recent"), this);
    head->setForegroundRole(QPalette::PlaceholderText);
    head->setContentsMargins(10, 0, 0, 4);
    m_recent->addWidget(head);
    for (const Recent &each : recent) {
        const QString text = each.address.isEmpty() ? each.device : tr("%1 @ %2").arg(each.address, each.device);
        auto *button = new QPushButton(text, this);
        button->setFlat(true);
        button->setCursor(Qt::PointingHandCursor);
        button->setStyleSheet(
            QStringLiteral("text-align: left; padding: 3px 10px; border: none; color: palette(link);"));
        connect(button, &QPushButton::clicked, this, [this, each] { emit recentAsked(each.device, each.address); });
        m_recent->addWidget(button);
    }
}

} // namespace walkabout
