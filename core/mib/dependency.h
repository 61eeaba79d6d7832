// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QHash>
#include <QStringList>

namespace walkabout {

/// Which modules need which, by what they import, both ways; a value of names made from a library by a pure function,
/// fit for a pool thread (thousands of modules take tens of milliseconds).
class Dependency final {
public:
    /// A module and the symbols that it takes from another.
    struct Wanting {
        QString module;
        QStringList symbols;

        friend bool operator==(const Wanting &, const Wanting &) = default;
    };
    /// A module that others import from and that is not in use.
    struct Missing {
        QString module;
        QList<Wanting> wanted; // by module
        bool switchedOff = false; // it could be used

        /// How many different symbols are wanted of it.
        [[nodiscard]] qsizetype symbolCount() const;
    };

    Dependency() = default;
    static Dependency of(const Library &library);

    /// What a module imports, as it is written there.
    [[nodiscard]] const QList<ModuleImport> &imports(const QString &module) const;
    /// Who imports from a module, in use or not; by name.
    [[nodiscard]] const QList<Wanting> &importers(const QString &module) const;
    /// By name.
    [[nodiscard]] const QList<Missing> &missing() const { return m_missing; }
    /// nullptr: in use, or nobody wants it.
    [[nodiscard]] const Missing *missing(QStringView module) const;
    /// Groups of modules that need one another, each by name.
    [[nodiscard]] QList<QStringList> cycles() const;

private:
    QStringList m_modules; // in use, by name
    QHash<QString, QList<ModuleImport>> m_imports;
    QHash<QString, QList<Wanting>> m_importers;
    QList<Missing> m_missing;
};

} // namespace walkabout
