// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/modulelistrows.h"

#include <algorithm>

namespace walkabout {

namespace {

const QString &nameOfRow(const ModuleListRows::Row &row) { return row.module.name; }

} // namespace

ModuleListRows::Pointer ModuleListRows::make(const Library::Pointer &library) {
    auto made = std::make_shared<ModuleListRows>();
    made->library = library;
    made->dependency = Dependency::of(*library);
    const Dependency &dependency = made->dependency;
    const auto add = [&](State state, const ModuleInfo &module, qsizetype wanted) {
        const auto lacks = std::ranges::count_if(dependency.imports(module.name),
            [&](const ModuleImport &import) { return !library->module(import.module); });
        made->rows.append({state, module, dependency.importers(module.name).size(), wanted, lacks});
    };
    for (const ModuleInfo &module : library->modules())
        add(State::InUse, module, 0);
    for (const ModuleInfo &module : library->switchedOff())
        add(State::Off, module, 0);
    for (const Dependency::Missing &missing : dependency.missing()) {
        if (missing.switchedOff)
            continue;
        ModuleInfo module;
        module.name = missing.module;
        add(State::Missing, module, missing.symbolCount());
    }
    std::ranges::sort(made->rows, {}, nameOfRow);
    return made;
}

const ModuleListRows::Row *ModuleListRows::row(QStringView module) const {
    const auto found = std::ranges::lower_bound(rows, module, {}, nameOfRow);
    return found != rows.end() && found->module.name == module ? &*found : nullptr;
}

QList<Diagnostic> ModuleListRows::diagnosticsOf(const ModuleInfo &module) const {
    QList<Diagnostic> all = library->diagnosticsOf(module.file);
    all.removeIf([&](const Diagnostic &each) { return !each.module.isEmpty() && each.module != module.name; });
    return all;
}

} // namespace walkabout
