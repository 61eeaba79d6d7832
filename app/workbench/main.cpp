// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/application.h"

#include <QApplication>
#include <QIcon>

#include <sys/resource.h>

namespace {

// Every device open is a socket: as many as the system allows.
void raiseFileLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

int main(int argc, char **argv) {
    walkabout::Options options;
    QApplication::setApplicationName(QStringLiteral("walkabout"));
    QApplication::setApplicationVersion(QStringLiteral(WALKABOUT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.walkabout.Walkabout"));
    if (const std::optional<int> status = walkabout::Options::read(argc, argv, options))
        return *status;
    raiseFileLimit();
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/walkabout.svg")));
    walkabout::Application walkabout(std::move(options));
    walkabout.start();
    return QApplication::exec();
}
