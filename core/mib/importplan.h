// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/importfile.h"

#include <QCoreApplication>
#include <QSet>

namespace walkabout {

/// What an import will do, file by file, and what is missing over the whole; made by examineImport(), carried out by
/// carryOutImport(). A value: a person's choices change it, nothing else does.
class ImportPlan final {
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)

public:
    /// A module that neither the library nor the plan has.
    struct Missing {
        QString module;
        QStringList symbols; // by name
        QStringList wantedBy; // modules, by name
    };

    ImportPlan() = default;
    /// present: the modules that are there.
    ImportPlan(QList<ImportFile> files, QSet<QString> present);

    [[nodiscard]] const QList<ImportFile> &files() const { return m_files; }
    /// Uses the file, or keeps what is in use, where there is a choice. Files that say the same modules give way.
    void choose(qsizetype file, bool use);
    /// The same for every file with a choice; of files that say the same modules one comes.
    void chooseAll(bool use);

    /// Modules in the files that will be copied.
    [[nodiscard]] int moduleCount() const;
    [[nodiscard]] int fileCount() const;
    /// What the files that will be copied import in vain; the most wanted first.
    [[nodiscard]] const QList<Missing> &missing() const { return m_missing; }

    /// "212 modules, 2 lack CISCO-SMI (3 symbols)"; "Nothing to import".
    [[nodiscard]] QString summary() const;
    /// "4 already here, 3 conflicts, 2 files without a module"; empty: none of these.
    [[nodiscard]] QString remarks() const;

private:
    void apply(qsizetype file, bool use);
    void findMissing();

    QList<ImportFile> m_files;
    QSet<QString> m_present;
    QList<Missing> m_missing;
};

} // namespace walkabout
