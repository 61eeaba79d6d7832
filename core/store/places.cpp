// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/places.h"

#include <QDir>
#include <QStandardPaths>

namespace walkabout {

using namespace Qt::StringLiterals;

Places Places::standard() {
    const auto folder = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + u"/walkabout"_s;
    };
    return {folder(QStandardPaths::GenericConfigLocation), folder(QStandardPaths::GenericDataLocation),
        folder(QStandardPaths::GenericCacheLocation)};
}

Places Places::below(const QString &folder) {
    const QString absolute = QDir(folder).absolutePath();
    return {absolute, absolute + u"/data"_s, absolute + u"/cache"_s};
}

QString Places::recordingFolder() const { return data + u"/recordings"_s; }
QString Places::mibFolder() const { return data + u"/mibs"_s; }

} // namespace walkabout
