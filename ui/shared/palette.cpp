// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/palette.h"

#include <array>
#include <utility>

namespace walkabout {

namespace {

struct Shades {
    QRgb window, base, alternate, text, dim, disabled, button, line, highlight, highlightText, link, tooltip;
};

constexpr Shades light{0xfff4f5f6, 0xffffffff, 0xfff8f9fa, 0xff1b1f23, 0xff58616b, 0xff8b939c, 0xfffafbfb, 0xffd0d4d9,
    0xff2468c8, 0xffffffff, 0xff1a5fb4, 0xfffffdf2};
constexpr Shades dark{0xff272b2f, 0xff1a1d20, 0xff1f2326, 0xffe3e6e9, 0xffaab4be, 0xff7f8993, 0xff383d43, 0xff4a5057,
    0xff3374d0, 0xffffffff, 0xff7ab0ff, 0xff383d43};

QPalette make(const Shades &s) {
    QPalette palette;
    const auto set
        = [&palette](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor::fromRgb(colour)); };
    set(QPalette::Window, s.window);
    set(QPalette::WindowText, s.text);
    set(QPalette::Base, s.base);
    set(QPalette::AlternateBase, s.alternate);
    set(QPalette::Text, s.text);
    set(QPalette::Button, s.button);
    set(QPalette::ButtonText, s.text);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::ToolTipBase, s.tooltip);
    set(QPalette::ToolTipText, s.text);
    set(QPalette::PlaceholderText, s.dim);
    set(QPalette::Highlight, s.highlight);
    set(QPalette::HighlightedText, s.highlightText);
    set(QPalette::Link, s.link);
    set(QPalette::LinkVisited, s.link);
    set(QPalette::Mid, s.line);
    set(QPalette::Midlight, s.alternate);
    set(QPalette::Light, s.base);
    palette.setColor(QPalette::Dark, QColor::fromRgb(s.line).darker(115));
    palette.setColor(QPalette::Shadow, QColor::fromRgb(s.line).darker(160));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(s.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(s.line));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor::fromRgb(s.highlight));
    return palette;
}

} // namespace

QPalette lightPalette() { return make(light); }
QPalette darkPalette() { return make(dark); }

bool isDark(const QPalette &palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor tint(const QPalette &palette, Tint which) {
    // Light shade, dark shade: letters of at least 4.5 to 1 on whatever the window paints behind text.
    static constexpr std::array<std::pair<QRgb, QRgb>, 8> shades{{
        {0xff58616b, 0xffaab4be}, // Dim
        {0xff187433, 0xff6cbf70}, // Good
        {0xff8a5c00, 0xffd9a83b}, // Warning
        {0xffb3261e, 0xffff928a}, // Bad
        {0xff2468c8, 0xff7ab0ff}, // Accent
        {0xffd0d4d9, 0xff41464d}, // Line
        {0xfffff6dc, 0xff3a3423}, // NoticeBack
        {0xfffdeceb, 0xff40282a}, // BadBack
    }};
    const auto &[onLight, onDark] = shades[size_t(which)];
    return QColor::fromRgb(isDark(palette) ? onDark : onLight);
}

} // namespace walkabout
