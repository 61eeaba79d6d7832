// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/nodeicon.h"

#include "ui/shared/palette.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

struct Drawing {
    const char *shapes; // on a grid of 16, the fill faint
    Tint tint;
};

// In the order of NodeGlyph.
constexpr std::array<Drawing, 12> drawings{{
    {"<path d='M2.500 12.500v-9h4l1.500 1.800h5.500v7.200z' fill-opacity='.12'/>", Tint::Dim},
    {"<path d='M3.500 2.500h6.500l2.500 2.500v8.500h-9z' fill-opacity='.12'/><path d='M5.500 7.500h5M5.500 10h5'/>",
        Tint::Accent},
    {"<path d='M8 3.500l4.500 4.500L8 12.500 3.500 8z' fill-opacity='.2'/>", Tint::Good},
    {"<path d='M2.500 3.500h11v9h-11z' fill-opacity='.12'/><path d='M2.500 6.500h11M6.200 3.500v9M9.900 3.500v9'/>",
        Tint::Accent},
    {"<path d='M2.500 5.500h11v5h-11z' fill-opacity='.2'/><path d='M6.200 5.500v5M9.900 5.500v5'/>", Tint::Accent},
    {"<path d='M5.500 2.500h5v11h-5z' fill-opacity='.2'/><path d='M5.500 5.500h5'/>", Tint::Accent},
    {"<circle cx='5' cy='8' r='2.700' fill-opacity='.2'/><path d='M7.700 8h6v2.500M11 8v2'/>", Tint::Warning},
    {"<path d='M3.500 11.500h9c-1-1-1.200-2-1.200-4.200a3.300 3.300 0 0 0-6.600 0c0 2.200-.2 3.200-1.200 4.200z' "
     "fill-opacity='.2'/>"
     "<path d='M6.700 13.700h2.600'/>",
        Tint::Warning},
    {"<path d='M3.500 3.500h4v4h-4zM8.500 8.500h4v4h-4z' fill-opacity='.12'/><path d='M9.500 5.500h2M4.500 10.500h2'/>",
        Tint::Dim},
    {"<path d='M3.500 2.500h9v11h-9z' fill-opacity='.12'/><path d='M5.700 8.200l1.700 1.700 3-3.500'/>", Tint::Dim},
    {"<path d='M3 13l.6-2.800 7.300-7.300 2.200 2.200-7.300 7.300z' fill-opacity='.12'/><path d='M9.400 4.400l2.200 "
     "2.200'/>",
        Tint::Dim},
    {"<path d='M8 2.800l5.800 10.400H2.200z' fill-opacity='.12'/><path d='M8 6.500v3.200M8 11.500v.1'/>", Tint::Bad},
}};
static_assert(drawings.size() == size_t(NodeGlyph::Unplaced) + 1);

class NodeIconEngine final : public QIconEngine {
public:
    explicit NodeIconEngine(NodeGlyph glyph)
        : m_glyph(glyph) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap image = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override {
        const Drawing &drawing = drawings[size_t(m_glyph)];
        const QPalette palette = QApplication::palette();
        const QColor colour
            = mode == QIcon::Selected ? palette.color(QPalette::HighlightedText) : tint(palette, drawing.tint);
        const QString key = u"walkabout-node-%1-%2-%3"_s.arg(int(m_glyph)).arg(size.width()).arg(colour.name());
        QPixmap image;
        if (QPixmapCache::find(key, &image))
            return image;
        image = QPixmap(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        const QByteArray name = colour.name().toLatin1();
        QSvgRenderer("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><g fill-opacity='0' fill='" + name
            + "' stroke='" + name + "' stroke-width='1.2' stroke-linecap='round' stroke-linejoin='round'>"
            + drawing.shapes + "</g></svg>")
            .render(&painter, QRectF({}, size));
        painter.end();
        QPixmapCache::insert(key, image);
        return image;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new NodeIconEngine(m_glyph); }

private:
    NodeGlyph m_glyph;
};

} // namespace

NodeGlyph nodeGlyph(NodeKind kind, bool isIndex) {
    switch (kind) {
    case NodeKind::Node: return NodeGlyph::Folder;
    case NodeKind::Module: return NodeGlyph::Module;
    case NodeKind::Scalar: return NodeGlyph::Scalar;
    case NodeKind::Table: return NodeGlyph::Table;
    case NodeKind::Row: return NodeGlyph::Row;
    case NodeKind::Column: return isIndex ? NodeGlyph::Key : NodeGlyph::Column;
    case NodeKind::Notification: return NodeGlyph::Notification;
    case NodeKind::Group: return NodeGlyph::Group;
    case NodeKind::Compliance:
    case NodeKind::Capabilities: return NodeGlyph::Document;
    }
    return NodeGlyph::Folder;
}

const QIcon &nodeIcon(NodeGlyph glyph) {
    static const auto icons = [] {
        std::array<QIcon, drawings.size()> made;
        for (size_t i = 0; i < made.size(); ++i)
            made[i] = QIcon(new NodeIconEngine(NodeGlyph(i)));
        return made;
    }();
    return icons[size_t(glyph)];
}

} // namespace walkabout
