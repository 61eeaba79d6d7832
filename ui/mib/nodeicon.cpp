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
constexpr std::array<Drawing, 14> drawings{{
    // Folder
    {"<path d='M2 12.500v-9h4.500l1.500 2H14v7z' fill-opacity='.15'/>", Tint::Dim},
    // Module
    {"<path d='M3.500 2h6.200L13 5.300V14H3.500z' fill-opacity='.2'/><path d='M6 7.500h4.500M6 10.500h4.500'/>",
        Tint::Accent},
    // Scalar
    {"<path d='M8 3l5 5-5 5-5-5z' fill-opacity='.35'/>", Tint::Good},
    // Table
    {"<path d='M2 3h12v10H2z' fill-opacity='0'/><path d='M2 3h12v3.500H2z' fill-opacity='.5'/>"
     "<path d='M6 6.500V13M10 6.500V13M2 9.800h12'/>",
        Tint::Accent},
    // Row
    {"<path d='M2 5.500h12v5H2z' fill-opacity='.3'/><path d='M6 5.500v5M10 5.500v5'/>", Tint::Accent},
    // Column
    {"<path d='M5 2.500h6v11H5z' fill-opacity='.15'/><path d='M5 2.500h6v3.500H5z' fill-opacity='.5'/>", Tint::Accent},
    // Key
    {"<circle cx='5' cy='8' r='3' fill-opacity='.35'/><path d='M8 8h6.300v2.800M11.300 8v2.300'/>", Tint::Warning},
    // Notification
    {"<path d='M2.800 11.500h10.400c-1.300-1.200-1.500-2.300-1.500-4.500a3.700 3.700 0 0 0-7.400 0c0 2.200-.2 "
     "3.300-1.500 4.500z' "
     "fill-opacity='.35'/><path d='M6.700 14h2.600'/>",
        Tint::Warning},
    // Group
    {"<path d='M2.500 2.500h5.500v5.500H2.500z' fill-opacity='.3'/><path d='M8 8h5.500v5.500H8z' fill-opacity='.3'/>",
        Tint::Dim},
    // Compliance
    {"<path d='M3 2.500h10v11H3z' fill-opacity='.15'/><path d='M5.300 8.200l2 2 3.500-4.200'/>", Tint::Good},
    // Capabilities
    {"<path d='M3 2.500h10v11H3z' fill-opacity='.15'/><path d='M5.500 5.800h.1M8 5.800h2.800M5.500 8h.1M8 "
     "8h2.800M5.500 "
     "10.300h.1M8 10.300h2.800'/>",
        Tint::Dim},
    // Pencil
    {"<path d='M2.500 13.500l.7-3.300 7.400-7.400 2.600 2.600-7.400 7.400z' fill-opacity='.3'/><path d='M8.900 "
     "4.500l2.600 "
     "2.600'/>",
        Tint::Good},
    // Unplaced
    {"<path d='M8 2.500l6 11H2z' fill-opacity='.2'/><path d='M8 6.500v3.200M8 11.700v.1'/>", Tint::Bad},
    // Missing
    {"<path d='M8 3l5 5-5 5-5-5z' stroke-dasharray='1.800 1.800'/>", Tint::Dim},
}};
static_assert(drawings.size() == size_t(NodeGlyph::Missing) + 1);

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
    case NodeKind::Compliance: return NodeGlyph::Compliance;
    case NodeKind::Capabilities: return NodeGlyph::Capabilities;
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
