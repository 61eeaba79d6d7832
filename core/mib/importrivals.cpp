// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/importrivals.h"

#include "core/mib/importplan.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace walkabout::mib {

namespace {

using Fate = ImportFile::Fate;

const ImportModule *moduleIn(const ImportFile &file, const QString &name) {
    const auto found = std::ranges::find(file.modules, name, &ImportModule::name);
    return found == file.modules.end() ? nullptr : &*found;
}

bool comes(const ImportFile &file) { return file.fate == Fate::Add || file.fate == Fate::Conflict; }

/// Every module of the first is in the second.
bool isCovered(const ImportFile &file, const ImportFile &by) {
    return std::ranges::all_of(
        file.modules, [&by](const ImportModule &module) { return moduleIn(by, module.name) != nullptr; });
}

bool isCopy(const ImportFile &file, const ImportFile &of) {
    return std::ranges::all_of(file.modules, [&of](const ImportModule &module) {
        const ImportModule *other = moduleIn(of, module.name);
        return other && other->textDigest == module.textDigest;
    });
}

/// The newest, then the one with the most modules, then the one named for its module.
bool isBetter(const ImportFile &a, const ImportFile &b) {
    const auto standing = [](const ImportFile &file) {
        const auto newest = std::ranges::max_element(file.modules, {}, &ImportModule::lastUpdated);
        const bool named = moduleIn(file, file.name.section(u'.', 0, 0)) != nullptr;
        return std::tuple(newest->lastUpdated.left(10), file.modules.size(), named);
    };
    return standing(a) > standing(b);
}

void oppose(QList<ImportFile> &files, qsizetype first, qsizetype second) {
    const qsizetype loser = isBetter(files[second], files[first]) ? first : second;
    for (const auto &[one, other] : {std::pair(first, second), std::pair(second, first)}) {
        ImportFile &file = files[one];
        file.isChoosable = file.isChoosable || file.fate == Fate::Add;
        file.fate = Fate::Conflict;
        if (!file.rivals.contains(other))
            file.rivals += other;
    }
    files[loser].isChosen = false;
}

void compare(QList<ImportFile> &files, qsizetype first, qsizetype second) {
    ImportFile &file = files[second];
    if (isCopy(file, files[first])) {
        file.fate = Fate::Same;
        file.isChosen = false;
        file.same = files[first].shownPath();
    } else if (isCovered(file, files[first]) || isCovered(files[first], file)) {
        oppose(files, first, second);
    } else if (file.reason.isEmpty()) {
        file.reason
            = ImportPlan::tr("%1 has one of its modules too; of the two the newer counts.").arg(files[first].name);
    }
}

} // namespace

void settleRivals(QList<ImportFile> &files) {
    QHash<QString, QList<qsizetype>> byModule;
    for (qsizetype i = 0; i < files.size(); ++i) {
        for (qsizetype m = 0; m < files[i].modules.size() && comes(files[i]); ++m) {
            const QString name = files[i].modules[m].name;
            for (const qsizetype earlier : std::as_const(byModule[name])) {
                if (earlier != i && comes(files[i]) && !files[i].rivals.contains(earlier))
                    compare(files, earlier, i);
            }
            if (comes(files[i]))
                byModule[name] += i;
        }
    }
}

} // namespace walkabout::mib
