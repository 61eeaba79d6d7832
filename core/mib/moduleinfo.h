// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace walkabout {

/// What a list of modules shows of one: small, so that thousands cost nothing.
struct ModuleInfo {
    QString name;
    QString file;
    int tier = 0; // 0 the user's, 1 the system's, 2 ours (shipped)
    int smiVersion = 2;
    Oid identity; // of MODULE-IDENTITY; empty: none
    QString lastUpdated;
    QString organization;
    int line = 0;
    int errors = 0;
    int warnings = 0;
    int rivals = 0; // other files that define it, not used
    int definitions = 0; // nodes of the tree that it defines
};

/// Symbols that one module takes from another.
struct ModuleImport {
    QString module;
    QStringList symbols;
    bool found = false; // the module is in the library

    friend bool operator==(const ModuleImport &, const ModuleImport &) = default;
};

/// The rest of what is known of a module, made when it is asked for.
struct ModuleFacts {
    struct Revision {
        QString date; // "2000-06-14 00:00" from the UTCTime
        QString description;
    };

    QString contact;
    QString description;
    QList<Revision> revisions;
    QList<ModuleImport> imports;
    QStringList rivals; // paths of the other files that define it
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
