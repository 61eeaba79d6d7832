// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

namespace walkabout {

QFont monospaced() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    // A point size of its own would stand out among the labels; monospaced letters look larger than they are.
    const qreal size = QApplication::font().pointSizeF();
    if (size > 0)
        font.setPointSizeF(size - 0.5);
    return font;
}

int rowHeight(const QFont &font) { return qMax(20, QFontMetrics(font).height() + 4); }

} // namespace walkabout
