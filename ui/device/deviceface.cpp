// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/deviceface.h"

#include "ui/shared/icon.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

namespace walkabout::deviceface {

namespace {

constexpr int Side = 16;
constexpr int Sharp = 2; // drawn at twice the size, for screens that show it

QString tr(const char *text) { return QCoreApplication::translate("DeviceFace", text); }

template <class Draw>
QIcon drawn(Draw draw) {
    QPixmap pixmap(Side * Sharp, Side * Sharp);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(Sharp);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    return pixmap;
}

Glyph glyphOf(const Device &device) {
    switch (device.kind) {
    case Device::Kind::Demo: return Glyph::Play;
    case Device::Kind::Recording: return Glyph::Recording;
    case Device::Kind::Live: break;
    }
    return Glyph::Device;
}

} // namespace

QIcon mark(const Device &device) {
    if (device.colour.isEmpty() && !device.production)
        return icon(glyphOf(device));
    return drawn([&device](QPainter &painter) {
        if (device.colour.isEmpty())
            icon(glyphOf(device)).paint(&painter, QRect(0, 0, Side, Side));
        else
            painter.fillRect(QRect(3, 3, 10, 10), QColor(device.colour));
        if (!device.production)
            return;
        painter.setPen(QPen(tint(QGuiApplication::palette(), Tint::Bad), 1.5));
        painter.drawRect(QRectF(1, 1, Side - 2, Side - 2));
    });
}

QIcon dot(const QColor &colour, bool hollow) {
    return drawn([&](QPainter &painter) {
        painter.setPen(QPen(colour, 1.4));
        painter.setBrush(hollow ? Qt::NoBrush : QBrush(colour));
        painter.drawEllipse(QRectF(4, 4, 8, 8));
    });
}

QString tip(const Device &device) {
    QStringList lines{device.label()};
    if (device.kind == Device::Kind::Recording)
        lines += device.recording;
    if (!device.group.isEmpty())
        lines += tr("In %1").arg(device.group);
    if (device.production)
        lines += tr("Production: its name is typed before it is written to");
    if (!device.notes.isEmpty())
        lines += device.notes;
    return lines.join(QLatin1Char('\n'));
}

} // namespace walkabout::deviceface
