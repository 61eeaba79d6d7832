// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/importfile.h"
#include "core/mib/library.h"
#include "core/mib/module.h"

#include <QCoreApplication>
#include <QHash>

namespace walkabout::mib {

/// Compares the modules of a file with those in use, and says what is to become of it. Lives while an import is
/// examined; the library outlives it. Thread-safe.
class ImportComparison final {
    Q_DECLARE_TR_FUNCTIONS(ImportComparison)

public:
    ImportComparison(const Library &library, const QString &userFolder);

    /// The modules of one source, in its order.
    [[nodiscard]] QList<ImportModule> compare(const std::vector<Module> &modules) const;
    /// Of a file whose modules are filled in: what is to become of it if it comes alone.
    void judge(ImportFile &file) const;

private:
    void compareWithUsed(ImportModule &module, const QByteArray &text) const;
    void judgeConflict(ImportFile &file) const;
    [[nodiscard]] bool isUsers(const QString &path) const { return path.startsWith(m_userFolder); }
    [[nodiscard]] bool canGiveWay(const QString &path, const ImportFile &to) const;

    const Library &m_library;
    QString m_userFolder; // ends with a slash
    QHash<QString, QStringList> m_modules; // by file of the person's folder
};

} // namespace walkabout::mib
