// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/collection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace walkabout {

Collection Collection::standard(const QStringList &given, const QString &userFolder) {
    Collection collection;
    for (const QString &path : given)
        collection.folders.append({path, User});
    if (!userFolder.isEmpty() && QFileInfo::exists(userFolder))
        collection.folders.append({userFolder, User});
    for (const QString &path : {u"/usr/share/snmp/mibs"_s, u"/usr/share/mibs"_s, u"/var/lib/mibs"_s,
             u"/var/lib/snmp/mibs"_s, u"/usr/local/share/snmp/mibs"_s})
        if (QFileInfo(path).isDir())
            collection.folders.append({path, System});
    if (const QString shipped = shippedFolder(); !shipped.isEmpty())
        collection.folders.append({shipped, Shipped});
    return collection;
}

QString Collection::shippedFolder() {
    const QString program = QCoreApplication::applicationDirPath();
    QString installed = QDir::cleanPath(program + u"/../share/walkabout/mibs"_s);
    if (QFileInfo(installed).isDir())
        return installed;
#ifdef WALKABOUT_BUILD_DIR
    // A program in its build tree finds the modules in the source tree.
    QString source = QStringLiteral(WALKABOUT_SHIPPED_MIBS);
    if (QDir::cleanPath(program).startsWith(QStringLiteral(WALKABOUT_BUILD_DIR "/")) && QFileInfo(source).isDir())
        return source;
#endif
    return {};
}

} // namespace walkabout
