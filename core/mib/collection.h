// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace walkabout {

/// Where modules come from, in order of preference (design 3.6). A value; reading it is the compiler's work.
struct Collection {
    enum Tier { User, System, Shipped };
    struct Folder {
        QString path; // a folder (read recursively) or one file
        Tier tier = User;
    };
    QList<Folder> folders;
    QStringList switchedOff; // modules that a person does not want, by name

    /// The folders given, the user's MIB folder, the system's (/usr/share/snmp/mibs, /usr/share/mibs, /var/lib/mibs
    /// ...), then ours.
    static Collection standard(const QStringList &given, const QString &userFolder);
    /// Our modules: beside the build tree or the installed program, found without environment variables; empty: not
    /// found.
    static QString shippedFolder();
};

} // namespace walkabout
