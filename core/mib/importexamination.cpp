// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/importexamination.h"

#include "core/mib/archive.h"
#include "core/mib/filelist.h"
#include "core/mib/importcomparison.h"
#include "core/mib/importrivals.h"
#include "core/mib/parser.h"
#include "core/mib/poolwork.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace walkabout {

using namespace mib;

namespace {

/// entry: its place in the archive; empty: a plain file.
ImportFile fileAt(const QString &path, const QString &entry) {
    ImportFile file;
    file.path = path;
    file.entry = entry;
    file.name = file.shownPath().section(u'/', -1);
    return file;
}

ImportFile notMib(const Diagnostic &problem, ImportFile file) {
    file.fate = ImportFile::Fate::NotMib;
    file.reason = problem.message;
    return file;
}

ImportFile examineSource(Source source, ImportFile file, const ImportComparison &comparison) {
    Parser parser(std::make_shared<const Source>(std::move(source)));
    const std::vector<Module> modules = parser.parse();
    file.diagnostics = parser.takeDiagnostics();
    for (const Module &module : modules)
        file.diagnostics += module.diagnostics;
    file.modules = comparison.compare(modules);
    comparison.judge(file);
    if (file.modules.isEmpty())
        file.reason = ImportPlan::tr("No module begins in this file.");
    return file;
}

/// What is known of the bytes as they stand in the file.
void noteBytes(ImportFile &file, const QByteArray &bytes) {
    file.digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        file.diagnostics.prepend({Diagnostic::Severity::Note, u"utf16-file"_s,
            ImportPlan::tr("This is UTF-16 text. It is read as that, and copied as it is."), {}, file.shownPath(), 0, 0,
            {}});
}

QByteArray bytesOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<ImportFile> examineArchive(
    const QString &path, const ImportComparison &comparison, const std::atomic<bool> *cancelled) {
    QList<ImportFile> found;
    const auto examine = [&](const QString &entry, const QByteArray &bytes) {
        ImportFile file = fileAt(path, entry);
        std::optional<Diagnostic> problem;
        Source source = Source::of(file.shownPath(), bytes, problem);
        if (problem) {
            found += notMib(*problem, std::move(file));
        } else {
            file = examineSource(std::move(source), std::move(file), comparison);
            noteBytes(file, bytes);
            found += std::move(file);
        }
        return !(cancelled && cancelled->load());
    };
    if (const std::optional<Diagnostic> problem = Archive::read(path, examine))
        found += notMib(*problem, fileAt(path, {}));
    return found;
}

ImportFile examineFile(const ListedFile &listed, const ImportComparison &comparison) {
    std::optional<Diagnostic> problem;
    Source source = Source::read(listed.path, problem);
    if (problem)
        return notMib(*problem, fileAt(listed.path, {}));
    ImportFile file = examineSource(std::move(source), fileAt(listed.path, {}), comparison);
    if (!file.modules.isEmpty())
        noteBytes(file, bytesOf(listed.path));
    return file;
}

QSet<QString> modulesOf(const Library &library) {
    QSet<QString> names;
    for (const QList<ModuleInfo> *modules : {&library.modules(), &library.switchedOff()}) {
        for (const ModuleInfo &module : *modules)
            names.insert(module.name);
    }
    return names;
}

} // namespace

ImportPlan examineImport(const QStringList &paths, const Library::Pointer &library, const QString &userFolder,
    const std::function<void(int, int)> &progress, const std::atomic<bool> *cancelled) {
    Collection dropped;
    for (const QString &path : paths)
        dropped.folders.append({path, Collection::User});
    QList<Diagnostic> problems;
    const std::vector<ListedFile> listed = listFiles(dropped, problems);
    const ImportComparison comparison(*library, userFolder);
    const auto stopped = [cancelled] { return cancelled && cancelled->load(); };
    std::atomic<int> done{0};
    std::vector<QList<ImportFile>> found(listed.size());
    forEachOnPool(listed.size(), [&](size_t i) {
        const ListedFile &file = listed[i];
        if (stopped())
            return;
        if (Archive::isOne(file.path))
            found[i] = examineArchive(file.path, comparison, cancelled);
        else
            found[i] += examineFile(file, comparison);
        if (progress)
            progress(++done, int(listed.size()));
    });
    if (stopped())
        return {};
    QList<ImportFile> files;
    for (const QList<ImportFile> &some : found)
        files += some;
    for (const Diagnostic &problem : std::as_const(problems))
        files += notMib(problem, fileAt(problem.file, {}));
    settleRivals(files);
    return {std::move(files), modulesOf(*library)};
}

} // namespace walkabout
