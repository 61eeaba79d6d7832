// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"
#include "core/mib/moduleinfo.h"

#include <QByteArray>

namespace walkabout {

/// One module of a file that a person wants to import, compared with the one of its name that is in use. A value.
struct ImportModule {
    enum class Standing : quint8 {
        New, // there is none of its name
        Same, // its text stands there already
        Newer, // by LAST-UPDATED, as the next
        Older,
        Different, // of one date, or without dates, with another text
    };

    QString name;
    QString lastUpdated; // "2000-06-14 00:00"; empty: none
    QByteArray textDigest; // of its text, blanks at line ends left out
    int definitions = 0;
    QList<ModuleImport> imports; // without what the language itself supplies; found is not filled in
    Standing standing = Standing::New;
    QString other; // the file of the one in use, or of the same text
    QString otherUpdated;
    int otherTier = 0; // as ModuleInfo has it
};

/// One file that a person wants to import, and what is to become of it. A value.
struct ImportFile {
    enum class Fate : quint8 {
        Add, // nothing of its names is there
        Same, // all of it is there already
        Conflict, // another of its name is in use, or wants to come too: a person may choose
        NotMib, // it holds no module
    };

    QString path; // the file; of one in an archive, the archive
    QString entry; // its place in the archive; empty: a plain file
    QString name; // without folders: what it is called in the person's folder
    QByteArray digest; // SHA-256 of its bytes
    QList<ImportModule> modules;
    QList<Diagnostic> diagnostics;
    Fate fate = Fate::Add;
    QString reason; // why it is no MIB, or why there is no choice
    QString same; // where it is already
    bool isChosen = false; // it will be copied
    bool isChoosable = false;
    QStringList replaces; // files of the person's folder that give way to it
    QList<qsizetype> rivals; // other files of the plan that it cannot come with

    /// "vendor.zip/mibs/X-MIB.txt" or the path.
    [[nodiscard]] QString shownPath() const { return entry.isEmpty() ? path : path + u'/' + entry; }
};

} // namespace walkabout
