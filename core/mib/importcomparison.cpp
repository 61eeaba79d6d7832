// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/importcomparison.h"

#include "core/mib/collection.h"
#include "core/mib/librarybuilder.h"
#include "core/mib/wellknown.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace walkabout::mib {

namespace {

using Standing = ImportModule::Standing;

/// Lines without what ends them and the blanks before it: what transfers and editors change is no other text.
QByteArray plainText(std::string_view text) {
    QByteArray plain;
    plain.reserve(qsizetype(text.size()));
    const auto cutBlanks = [&plain] {
        while (!plain.isEmpty() && (plain.back() == ' ' || plain.back() == '\t'))
            plain.chop(1);
    };
    for (const char c : text) {
        if (c == '\r' || c == '\0')
            continue;
        if (c == '\n')
            cutBlanks();
        plain.append(c);
    }
    cutBlanks();
    return plain;
}

/// From its name to its END, or to where the next begins.
QByteArray textOf(const std::vector<Module> &modules, size_t which) {
    constexpr std::string_view last = "END";
    const Module &module = modules[which];
    const std::string_view bytes = module.source->bytes();
    const size_t end = which + 1 < modules.size() ? modules[which + 1].name.begin : bytes.size();
    const std::string_view text = bytes.substr(module.name.begin, end - module.name.begin);
    const size_t at = text.rfind(last);
    return plainText(text.substr(0, at == std::string_view::npos ? text.size() : at + last.size()));
}

bool holds(const QString &path, const QByteArray &text) {
    std::optional<Diagnostic> problem;
    const Source source = Source::read(path, problem);
    return !problem && plainText(source.bytes()).contains(text);
}

QList<ModuleImport> importsOf(const Module &module) {
    QList<ModuleImport> imports;
    for (const Module::Import &import : module.imports) {
        ModuleImport made{module.text(import.module), {}, false};
        for (const Span symbol : sliced(module.symbols, import.symbols)) {
            const std::string_view name = module.view(symbol);
            if (!wellknown::isPartOfLanguage(name) && wellknown::oidOf(name).empty())
                made.symbols += module.text(symbol);
        }
        if (!made.symbols.isEmpty())
            imports += std::move(made);
    }
    return imports;
}

} // namespace

ImportComparison::ImportComparison(const Library &library, const QString &userFolder)
    : m_library(library)
    , m_userFolder(QDir::cleanPath(QDir(userFolder).absolutePath()) + u'/') {
    const auto note = [this](const QString &path, const QString &module) {
        if (isUsers(path))
            m_modules[path] += module;
    };
    for (const QList<ModuleInfo> *modules : {&library.modules(), &library.switchedOff()}) {
        for (const ModuleInfo &module : *modules) {
            note(module.file, module.name);
            if (module.rivals == 0)
                continue;
            for (const QString &rival : library.facts(module.name).rivals)
                note(rival, module.name);
        }
    }
}

QList<ImportModule> ImportComparison::compare(const std::vector<Module> &modules) const {
    QList<ImportModule> compared;
    for (size_t i = 0; i < modules.size(); ++i) {
        const Module &module = modules[i];
        const QByteArray text = textOf(modules, i);
        ImportModule made;
        made.name = module.text(module.name);
        made.lastUpdated = dateText(module.view(module.lastUpdated));
        made.textDigest = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
        made.definitions = int(module.definitions.size());
        made.imports = importsOf(module);
        compareWithUsed(made, text);
        compared += std::move(made);
    }
    return compared;
}

void ImportComparison::compareWithUsed(ImportModule &module, const QByteArray &text) const {
    const ModuleInfo *used = m_library.module(module.name);
    if (!used) {
        const auto off = std::ranges::find(m_library.switchedOff(), module.name, &ModuleInfo::name);
        used = off == m_library.switchedOff().end() ? nullptr : &*off;
    }
    if (!used)
        return;
    module.other = used->file;
    module.otherTier = used->tier;
    module.otherUpdated = used->lastUpdated;
    if (holds(used->file, text)) {
        module.standing = Standing::Same;
        return;
    }
    // The person has it already, and a newer one beside it.
    for (auto it = m_modules.begin(); it != m_modules.end() && used->rivals > 0; ++it) {
        if (it->contains(module.name) && it.key() != used->file && holds(it.key(), text)) {
            module.standing = Standing::Same;
            module.other = it.key();
            return;
        }
    }
    // By the day, as the compiler has it; a module without a date is older than any.
    const QString mine = module.lastUpdated.left(10);
    const QString theirs = module.otherUpdated.left(10);
    module.standing = mine == theirs ? Standing::Different : mine > theirs ? Standing::Newer : Standing::Older;
}

void ImportComparison::judge(ImportFile &file) const {
    const QString real = QFileInfo(file.path).canonicalFilePath();
    const auto isSame = [](const ImportModule &module) { return module.standing == Standing::Same; };
    const auto isNew = [](const ImportModule &module) { return module.standing == Standing::New; };
    if (file.modules.isEmpty()) {
        file.fate = ImportFile::Fate::NotMib;
    } else if (file.entry.isEmpty() && isUsers(real)) {
        file.fate = ImportFile::Fate::Same;
        file.same = real;
    } else if (std::ranges::all_of(file.modules, isSame)) {
        file.fate = ImportFile::Fate::Same;
        file.same = file.modules.front().other;
    } else if (std::ranges::all_of(
                   file.modules, [&](const ImportModule &module) { return isSame(module) || isNew(module); })) {
        file.fate = ImportFile::Fate::Add;
        file.isChosen = true;
    } else {
        judgeConflict(file);
    }
}

/// A file of several modules gives way only to one that has them all.
bool ImportComparison::canGiveWay(const QString &path, const ImportFile &to) const {
    return std::ranges::all_of(m_modules.value(path), [&to](const QString &module) {
        return std::ranges::find(to.modules, module, &ImportModule::name) != to.modules.end();
    });
}

void ImportComparison::judgeConflict(ImportFile &file) const {
    file.fate = ImportFile::Fate::Conflict;
    bool isBetter = true;
    bool hasEffect = false;
    QString obstacle;
    for (const ImportModule &module : std::as_const(file.modules)) {
        if (module.standing == Standing::Same)
            continue;
        if (module.standing == Standing::New) {
            hasEffect = true;
            continue;
        }
        // Our own modules have short texts of ours: of one date, the original says more.
        isBetter = isBetter
            && (module.standing == Standing::Newer
                || (module.standing == Standing::Different && module.otherTier == Collection::Shipped));
        const bool givesWay = isUsers(module.other) && canGiveWay(module.other, file);
        if (givesWay && !file.replaces.contains(module.other))
            file.replaces += module.other;
        if (givesWay || module.otherTier != Collection::User || module.standing == Standing::Newer)
            hasEffect = true;
        else
            obstacle = isUsers(module.other)
                ? tr("%1 holds other modules too and stays; of the two the newer counts.").arg(module.other)
                : tr("%1 was given by name or folder at the start; of the two the newer counts.").arg(module.other);
    }
    file.isChoosable = hasEffect;
    file.isChosen = hasEffect && isBetter;
    file.reason = obstacle;
}

} // namespace walkabout::mib
