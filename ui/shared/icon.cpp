// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/icon.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <iterator>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// In the order of Glyph: what stands inside the svg element, stroked.
constexpr const char *drawings[] = {
    "<path d='M8 3v10M3 8h10'/>",
    "<path d='M3.5 11.5h9c-1-1-1.2-2-1.2-4.2a3.3 3.3 0 0 0-6.6 0c0 2.200-.2 3.200-1.200 4.200zM6.700 13.500h2.600'/>",
    "<path d='M4 4l8 8M12 4l-8 8'/>",
    "<path d='M2.500 3.500h11v9h-11zM6.200 3.500v9M9.900 3.500v9'/>",
    "<path d='M5.500 5.500h7v8h-7zM3.500 10.500v-8h7'/>",
    "<path d='M2.500 5.500h11v5h-11zM4.500 8h1M7 8h1M11.500 8h.1'/>",
    "<path d='M5.500 5.500h7v8h-7zM3.500 10.500v-8h7M9 7.500v4M7 9.500h4'/>",
    "<path d='M3 13l.6-2.800 7.300-7.300 2.200 2.200-7.300 7.300zM9.400 4.400l2.200 2.200'/>",
    "<path d='M2.500 3.500h11L9.300 8.500v4.500l-2.600-1.300V8.500z'/>",
    "<path d='M2.500 12.500v-9h4l1.300 1.800h5.700v7.200z'/>",
    "<path d='M8 2.500v8M4.800 7.500L8 10.700l3.200-3.200M3 13.500h10'/>",
    "<path d='M3 4.500h10M3 8h10M3 11.500h10'/>",
    "<path d='M3.500 7.500h9v6h-9zM5.500 7.500v-2a2.500 2.500 0 0 1 5 0v2M8 10v1.500'/>",
    "<path d='M3.500 2.500h9v11h-9zM5.500 5.500h5M5.500 8h5M5.500 10.500h3'/>",
    "<path d='M2.500 5.500h8.500M9 3.200l2.300 2.300L9 7.800M13.500 10.500H5M7 8.200l-2.300 2.300L7 12.800'/>",
    "<path d='M6 2.500h4l-.5 4.500 2 2h-7l2-2zM8 9v4.500'/>",
    "<path d='M5 3.500l7.500 4.500L5 12.500z'/>",
    "<path d='M2.500 3.500h11v9h-11zM4.500 10l2-3 2 2 3-4'/>",
    "<path d='M3 4.500h10M6.500 4.500v-2h3v2M4.500 4.500l.6 9h5.800l.6-9M7 7v4M9 7v4'/>",
    "<path d='M12.800 8a4.800 4.800 0 1 1-1.600-3.600M11.500 1.800v2.900h-2.900'/>",
    "<path d='M4 3.500v9M7 3.500l6 4.500-6 4.500z'/>",
    "<path d='M8 2.500l1.700 3.500 3.800.5-2.800 2.700.7 3.800L8 11.200 4.600 13l.7-3.800L2.500 6.500l3.800-.5z'/>",
    "<path d='M4.500 4.500h7v7h-7z'/>",
    "<path d='M2.500 3.500h11v9h-11zM2.500 6.500h11M2.500 9.500h11M6.500 3.500v9'/>",
    "<path d='M3.500 2.500v9.500h3.500M3.500 6.500h3.500M8.500 5h4v3h-4zM8.500 10.500h4v3h-4z'/>",
    "<path d='M3.500 7.500h9v6h-9zM5.500 7.500v-3a2.500 2.500 0 0 1 4.800-1M8 10v1.500'/>",
    "<path d='M8 2.500l6 11H2zM8 6.500v3.500M8 12v.1'/>",
};
static_assert(std::size(drawings) == size_t(Glyph::Warning) + 1);

class GlyphEngine final : public QIconEngine {
public:
    GlyphEngine(Glyph glyph, std::optional<Tint> colour)
        : m_glyph(glyph)
        , m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QApplication::palette();
        QColor colour = m_colour ? tint(palette, *m_colour) : palette.color(QPalette::ButtonText);
        const qreal opacity = painter->opacity();
        if (mode == QIcon::Disabled)
            painter->setOpacity(opacity * 0.45);
        else if (mode == QIcon::Selected)
            colour = palette.color(QPalette::HighlightedText);
        const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><g fill='none' stroke='"
            + colour.name().toLatin1() + "' stroke-width='1.3' stroke-linecap='round' stroke-linejoin='round'>"
            + drawings[size_t(m_glyph)] + "</g></svg>";
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
        painter->setOpacity(opacity);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(m_glyph, m_colour); }

private:
    Glyph m_glyph;
    std::optional<Tint> m_colour;
};

} // namespace

QIcon icon(Glyph glyph, std::optional<Tint> colour) { return QIcon(new GlyphEngine(glyph, colour)); }

} // namespace walkabout
