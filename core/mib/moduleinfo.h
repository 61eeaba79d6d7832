// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace walkabout {

/// What is known of a module as a whole.
struct ModuleInfo {
    struct Revision {
        QString date; // "2000-06-14 00:00" from the UTCTime
        QString description;
    };
    struct Import {
        QString module;
        QStringList symbols;
        bool found = false; // the module is in the library
    };

    QString name;
    QString file;
    int tier = 0; // 0 the user's, 1 the system's, 2 ours (shipped)
    QStringList rivals; // other files that define it, not used
    int smiVersion = 2;
    Oid identity; // of MODULE-IDENTITY; empty: none
    QString lastUpdated;
    QString organization;
    QString contact;
    QString description;
    QList<Revision> revisions;
    QList<Import> imports;
    int line = 0;
    int errors = 0;
    int warnings = 0;
};

/// A definition that could not be placed in the tree, kept with the reason.
struct Unplaced {
    QString module;
    QString name;
    QString reason;
    QString file;
    int line = 0;
};

} // namespace walkabout
