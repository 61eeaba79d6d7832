// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/dependency.h"

#include "core/mib/dependencycycles.h"

#include <QSet>

#include <algorithm>

namespace walkabout {

qsizetype Dependency::Missing::symbolCount() const {
    QSet<QString> symbols;
    for (const Wanting &wanting : wanted)
        symbols.unite(QSet<QString>(wanting.symbols.begin(), wanting.symbols.end()));
    return symbols.size();
}

Dependency Dependency::of(const Library &library) {
    Dependency made;
    for (const ModuleInfo &module : library.modules()) {
        made.m_modules.append(module.name);
        const QList<ModuleImport> imports = library.imports(module.name);
        for (const ModuleImport &import : imports) {
            QList<Wanting> &importers = made.m_importers[import.module];
            // A module may name another twice.
            if (!importers.isEmpty() && importers.last().module == module.name)
                importers.last().symbols += import.symbols;
            else
                importers.append({module.name, import.symbols});
        }
        made.m_imports.insert(module.name, imports);
    }
    QSet<QString> off;
    for (const ModuleInfo &module : library.switchedOff())
        off.insert(module.name);
    for (auto entry = made.m_importers.cbegin(); entry != made.m_importers.cend(); ++entry) {
        if (!library.module(entry.key()))
            made.m_missing.append({entry.key(), entry.value(), off.contains(entry.key())});
    }
    std::ranges::sort(made.m_missing, {}, &Missing::module);
    return made;
}

const QList<ModuleImport> &Dependency::imports(const QString &module) const {
    static const QList<ModuleImport> none;
    const auto found = m_imports.constFind(module);
    return found == m_imports.constEnd() ? none : *found;
}

const QList<Dependency::Wanting> &Dependency::importers(const QString &module) const {
    static const QList<Wanting> none;
    const auto found = m_importers.constFind(module);
    return found == m_importers.constEnd() ? none : *found;
}

const Dependency::Missing *Dependency::missing(QStringView module) const {
    const auto found = std::ranges::find(m_missing, module, &Missing::module);
    return found == m_missing.end() ? nullptr : &*found;
}

QList<QStringList> Dependency::cycles() const {
    std::vector<std::vector<int>> edges(size_t(m_modules.size()));
    QHash<QString, int> rows;
    for (int row = 0; row < m_modules.size(); ++row)
        rows.insert(m_modules[row], row);
    for (int row = 0; row < m_modules.size(); ++row) {
        for (const ModuleImport &import : imports(m_modules[row])) {
            if (const auto to = rows.constFind(import.module); to != rows.constEnd())
                edges[size_t(row)].push_back(*to);
        }
    }
    QList<QStringList> cycles;
    for (const std::vector<int> &group : mib::cyclesOf(edges)) {
        QStringList names;
        for (const int row : group)
            names.append(m_modules[row]);
        names.sort();
        cycles.append(names);
    }
    std::ranges::sort(cycles, {}, [](const QStringList &names) { return names.first(); });
    return cycles;
}

} // namespace walkabout
