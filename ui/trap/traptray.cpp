// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/traptray.h"

#include "core/base/count.h"

#include <QApplication>
#include <QPainter>
#include <QSystemTrayIcon>

namespace walkabout {

namespace {

constexpr int TraySize = 64; // pixels; desktops scale it
constexpr int MostShown = 99;

} // namespace

TrapTray::TrapTray(QObject *parent)
    : QObject(parent) {}

void TrapTray::setUnread(int count) {
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_icon) {
        if (count == 0)
            return;
        m_icon = new QSystemTrayIcon(this);
        connect(m_icon, &QSystemTrayIcon::activated, this, &TrapTray::activated);
    }
    m_icon->setVisible(count > 0);
    m_icon->setIcon(badge(QApplication::windowIcon(), count));
    m_icon->setToolTip(counted(count, tr("Walkabout: %1 unread trap"), tr("Walkabout: %1 unread traps")));
}

QIcon TrapTray::badge(const QIcon &icon, int count) {
    QPixmap drawn = icon.pixmap(TraySize, TraySize);
    if (drawn.isNull()) {
        drawn = QPixmap(TraySize, TraySize);
        drawn.fill(Qt::transparent);
    }
    if (count <= 0)
        return drawn;
    const QString text = count > MostShown ? QStringLiteral("%1+").arg(MostShown) : QString::number(count);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = QApplication::font();
    font.setBold(true);
    font.setPixelSize(TraySize * 5 / 12);
    const int height = TraySize / 2;
    const int width = std::max(height, QFontMetrics(font).horizontalAdvance(text) + TraySize / 6);
    const QRectF place(drawn.width() - width, drawn.height() - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xc0, 0x1c, 0x28));
    painter.drawRoundedRect(place, height / 2.0, height / 2.0);
    painter.setPen(Qt::white);
    painter.setFont(font);
    painter.drawText(place, Qt::AlignCenter, text);
    return drawn;
}

} // namespace walkabout
