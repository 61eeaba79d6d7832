// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"

#include "core/mib/filelist.h"
#include "core/mib/librarybuilder.h"
#include "core/mib/librarydata.h"
#include "core/mib/parser.h"

#include <QFuture>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace walkabout {

using namespace mib;

namespace {

struct ParsedFile {
    std::vector<Module> modules;
    QList<Diagnostic> diagnostics;
};

ParsedFile parseFile(const ListedFile &file) {
    ParsedFile parsed;
    std::optional<Diagnostic> problem;
    auto source = std::make_shared<const Source>(Source::read(file.path, problem));
    if (problem) {
        // In a folder, other files may well stand beside the modules.
        if (!file.named)
            problem->severity = Diagnostic::Severity::Note;
        parsed.diagnostics.append(*problem);
        return parsed;
    }
    Parser parser(std::move(source));
    parsed.modules = parser.parse();
    parsed.diagnostics = parser.takeDiagnostics();
    return parsed;
}

/// Parses on the pool, this thread included; every result has its own place, so the order is that of the list.
std::vector<ParsedFile> parseAll(const std::vector<ListedFile> &files, const std::function<void(int, int)> &progress,
    const std::atomic<bool> *cancelled) {
    std::vector<ParsedFile> parsed(files.size());
    std::atomic<size_t> next{0};
    std::atomic<int> done{0};
    const auto stopped = [&] { return cancelled && cancelled->load(); };
    const auto work = [&](bool reporting) {
        for (size_t i = next++; i < files.size() && !stopped(); i = next++) {
            parsed[i] = parseFile(files[i]);
            ++done;
            if (reporting && progress)
                progress(done, int(files.size()));
        }
    };
    QList<QFuture<void>> helpers;
    for (int i = 1; i < std::min(QThread::idealThreadCount(), int(files.size())); ++i)
        helpers.append(QtConcurrent::run([&work] { work(false); }));
    work(true);
    for (QFuture<void> &helper : helpers)
        helper.waitForFinished();
    if (progress && !stopped())
        progress(int(files.size()), int(files.size()));
    return parsed;
}

struct Candidate {
    const Module *module = nullptr;
    int tier = 0;
    size_t file = 0;

    /// Tier, then the newest LAST-UPDATED, then the file named for it, then the order of the folders.
    [[nodiscard]] auto standing() const {
        const QString date = dateText(module->view(module->lastUpdated));
        QString name = module->source->path().section(u'/', -1);
        const bool named = name.section(u'.', 0, 0) == module->text(module->name);
        return std::tuple(
            tier, -date.section(u'-', 0, 0).toInt(), -date.mid(5, 2).toInt(), -date.mid(8, 2).toInt(), !named, file);
    }
};

struct Choice {
    std::vector<Chosen> chosen;
    QList<ModuleInfo> switchedOff;
};

Choice choose(
    const std::vector<ListedFile> &files, const std::vector<ParsedFile> &parsed, const QStringList &switchedOff) {
    std::map<std::string_view, std::vector<Candidate>> byName;
    for (size_t i = 0; i < parsed.size(); ++i)
        for (const Module &module : parsed[i].modules)
            byName[module.view(module.name)].push_back({&module, int(files[i].tier), i});
    Choice choice;
    for (auto &[name, candidates] : byName) {
        std::ranges::stable_sort(candidates, {}, [](const Candidate &candidate) { return candidate.standing(); });
        Chosen one{candidates.front().module, candidates.front().tier, {}};
        for (size_t i = 1; i < candidates.size(); ++i)
            one.rivals.append(candidates[i].module->source->path());
        if (const QString text = one.module->text(one.module->name); switchedOff.contains(text)) {
            ModuleInfo info;
            info.name = text;
            info.file = one.module->source->path();
            info.tier = one.tier;
            info.rivals = int(one.rivals.size());
            info.line = one.module->line;
            choice.switchedOff.append(std::move(info));
        } else {
            choice.chosen.push_back(std::move(one));
        }
    }
    return choice;
}

} // namespace

Library::Pointer compileLibrary(
    const Collection &collection, const std::function<void(int, int)> &progress, const std::atomic<bool> *cancelled) {
    QList<Diagnostic> listing;
    const std::vector<ListedFile> files = listFiles(collection, listing);
    const std::vector<ParsedFile> parsed = parseAll(files, progress, cancelled);
    if (cancelled && cancelled->load())
        return nullptr;
    Choice choice = choose(files, parsed, collection.switchedOff);
    std::unique_ptr<LibraryData> data = LibraryBuilder(std::move(choice.chosen)).build();
    data->switchedOff = std::move(choice.switchedOff);
    for (const ParsedFile &file : parsed)
        data->diagnostics += file.diagnostics;
    data->diagnostics += listing;
    std::ranges::stable_sort(data->diagnostics, [](const Diagnostic &a, const Diagnostic &b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return std::make_shared<const Library>(std::move(data));
}

} // namespace walkabout
