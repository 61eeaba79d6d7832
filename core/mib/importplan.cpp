// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/importplan.h"

#include "core/base/count.h"
#include "core/mib/wellknown.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// More than these in one sentence are not read.
constexpr qsizetype NamedInSummary = 2;

} // namespace

ImportPlan::ImportPlan(QList<ImportFile> files, QSet<QString> present)
    : m_files(std::move(files))
    , m_present(std::move(present)) {
    findMissing();
}

void ImportPlan::choose(qsizetype file, bool use) {
    apply(file, use);
    findMissing();
}

void ImportPlan::chooseAll(bool use) {
    const auto isChosen = [this](qsizetype file) { return m_files[file].isChosen; };
    for (qsizetype file = 0; file < m_files.size(); ++file) {
        if (!use || std::ranges::none_of(m_files[file].rivals, isChosen))
            apply(file, use);
    }
    findMissing();
}

void ImportPlan::apply(qsizetype file, bool use) {
    ImportFile &chosen = m_files[file];
    if (!chosen.isChoosable)
        return;
    chosen.isChosen = use;
    if (!use)
        return;
    for (const qsizetype rival : std::as_const(chosen.rivals))
        m_files[rival].isChosen = false;
}

int ImportPlan::moduleCount() const {
    int count = 0;
    for (const ImportFile &file : m_files)
        count += file.isChosen ? int(file.modules.size()) : 0;
    return count;
}

int ImportPlan::fileCount() const { return int(std::ranges::count_if(m_files, &ImportFile::isChosen)); }

void ImportPlan::findMissing() {
    QSet<QString> there = m_present;
    for (const ImportFile &file : m_files) {
        for (const ImportModule &module : file.modules) {
            if (file.isChosen)
                there.insert(module.name);
        }
    }
    const auto isThere = [&there](const QString &module) {
        if (there.contains(module))
            return true;
        const std::string_view present = mib::wellknown::presentName(module.toStdString());
        return there.contains(QLatin1StringView(present.data(), qsizetype(present.size())));
    };
    QMap<QString, Missing> byName;
    for (const ImportFile &file : m_files) {
        if (!file.isChosen)
            continue;
        for (const ImportModule &module : file.modules) {
            for (const ModuleImport &import : module.imports) {
                if (isThere(import.module))
                    continue;
                Missing &missing = byName[import.module];
                missing.module = import.module;
                missing.symbols += import.symbols;
                missing.wantedBy += module.name;
            }
        }
    }
    QList<Missing> all = byName.values();
    for (Missing &missing : all) {
        for (QStringList *list : {&missing.symbols, &missing.wantedBy}) {
            list->sort();
            list->removeDuplicates();
        }
    }
    std::ranges::stable_sort(all, std::greater(), [](const Missing &one) { return one.wantedBy.size(); });
    m_missing = std::move(all);
}

QString ImportPlan::summary() const {
    if (moduleCount() == 0)
        return tr("Nothing to import");
    QStringList parts{counted(moduleCount(), tr("%1 module"), tr("%1 modules"))};
    for (const Missing &one : m_missing.first(std::min(m_missing.size(), NamedInSummary)))
        parts += u"%1 %2 (%3)"_s.arg(counted(one.wantedBy.size(), tr("%1 lacks"), tr("%1 lack")), one.module,
            counted(one.symbols.size(), tr("%1 symbol"), tr("%1 symbols")));
    if (m_missing.size() > NamedInSummary)
        parts += counted(m_missing.size() - NamedInSummary, tr("%1 more is missing"), tr("%1 more are missing"));
    return parts.join(u", "_s);
}

QString ImportPlan::remarks() const {
    const auto count = [this](ImportFile::Fate fate) { return std::ranges::count(m_files, fate, &ImportFile::fate); };
    QStringList parts;
    if (const auto same = count(ImportFile::Fate::Same); same > 0)
        parts += counted(same, tr("%1 file already here"), tr("%1 files already here"));
    if (const auto conflicts = count(ImportFile::Fate::Conflict); conflicts > 0)
        parts += counted(conflicts, tr("%1 conflict"), tr("%1 conflicts"));
    if (const auto others = count(ImportFile::Fate::NotMib); others > 0)
        parts += counted(others, tr("%1 file without a module"), tr("%1 files without a module"));
    return parts.join(u", "_s);
}

} // namespace walkabout
