// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/colourmenu.h"

#include <QCoreApplication>
#include <QIcon>
#include <QMenu>
#include <QPixmap>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

struct Named {
    const char *name;
    const char *colour;
};

constexpr Named colours[] = {
    {QT_TRANSLATE_NOOP("ColourMenu", "None"), ""},
    {QT_TRANSLATE_NOOP("ColourMenu", "Blue"), "#3b82c4"},
    {QT_TRANSLATE_NOOP("ColourMenu", "Green"), "#3f9b57"},
    {QT_TRANSLATE_NOOP("ColourMenu", "Yellow"), "#c9a227"},
    {QT_TRANSLATE_NOOP("ColourMenu", "Orange"), "#d9772b"},
    {QT_TRANSLATE_NOOP("ColourMenu", "Red"), "#c8453f"},
    {QT_TRANSLATE_NOOP("ColourMenu", "Violet"), "#8759b8"},
    {QT_TRANSLATE_NOOP("ColourMenu", "Grey"), "#7d858c"},
};

QIcon swatch(const QString &colour) {
    if (colour.isEmpty())
        return {};
    QPixmap pixmap(12, 12);
    pixmap.fill(QColor(colour));
    return pixmap;
}

void choose(QPushButton *button, const QString &name, const QString &colour) {
    button->setText(name);
    button->setIcon(swatch(colour));
    button->setProperty("colour", colour);
}

} // namespace

void setColourMenu(QPushButton *button, const QString &chosen) {
    auto *menu = new QMenu(button);
    choose(button, chosen.isEmpty() ? QCoreApplication::translate("ColourMenu", "None") : chosen, chosen);
    for (const Named &each : colours) {
        const QString name = QCoreApplication::translate("ColourMenu", each.name);
        const QString colour = QString::fromLatin1(each.colour);
        if (!colour.isEmpty() && colour == chosen)
            choose(button, name, colour);
        QObject::connect(menu->addAction(swatch(colour), name), &QAction::triggered, button,
            [button, name, colour] { choose(button, name, colour); });
    }
    button->setMenu(menu);
}

} // namespace walkabout
