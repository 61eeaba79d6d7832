// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/mark.h"

#include "core/trap/rule.h"
#include "ui/shared/palette.h"

#include <QCoreApplication>

#include <array>

namespace walkabout::mark {

QStringList names() {
    const auto tr = [](const char *text) { return QCoreApplication::translate("Mark", text); };
    return {tr("none"), tr("red"), tr("orange"), tr("yellow"), tr("green"), tr("blue")};
}

QColor back(const QPalette &palette, quint8 mark) {
    static constexpr std::array<QRgb, Rule::Marks> light{0xffffd6d6, 0xffffe3c2, 0xfffff4b8, 0xffd9f2d9, 0xffd6e6ff};
    static constexpr std::array<QRgb, Rule::Marks> dark{0xff5a2020, 0xff563713, 0xff484010, 0xff1f4524, 0xff1f3558};
    if (mark == 0 || mark > Rule::Marks)
        return {};
    return QColor::fromRgb((isDark(palette) ? dark : light).at(size_t(mark - 1)));
}

} // namespace walkabout::mark
