// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettememory.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString usedKey = u"palette.used"_s;
constexpr qsizetype MostUsed = 8;

} // namespace

QStringList PaletteMemory::used() const {
    QStringList used;
    for (const auto &id : m_settings.value(usedKey).toArray())
        used += id.toString();
    return used;
}

void PaletteMemory::use(const QString &id) {
    if (id.isEmpty())
        return;
    QStringList all = used();
    all.removeAll(id);
    all.prepend(id);
    all.resize(qMin(all.size(), MostUsed));
    m_settings.keep({{usedKey, QJsonArray::fromStringList(all)}});
}

} // namespace walkabout
