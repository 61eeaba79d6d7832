// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/application.h"
#include "core/base/limits.h"

#include <QApplication>
#include <QIcon>

int main(int argc, char **argv) {
    walkabout::limits::raise();
    walkabout::Options options;
    QApplication::setApplicationName(QStringLiteral("walkabout"));
    QApplication::setApplicationVersion(QStringLiteral(WALKABOUT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.walkabout.Walkabout"));
    if (const std::optional<int> status = walkabout::Options::read(argc, argv, options))
        return *status;
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/walkabout.svg")));
    walkabout::Application walkabout(std::move(options));
    walkabout.start();
    return QApplication::exec();
}
