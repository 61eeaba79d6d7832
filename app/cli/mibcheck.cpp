// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/mibcheck.h"

#include "app/cli/caretline.h"
#include "app/cli/context.h"
#include "app/cli/interrupt.h"
#include "app/cli/missingtext.h"
#include "app/cli/terminal.h"
#include "core/base/count.h"
#include "core/base/jsonobject.h"
#include "core/mib/compiler.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::mibcheck {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Cli", text); }

QString severityName(Diagnostic::Severity severity) {
    switch (severity) {
    case Diagnostic::Severity::Error: return u"error"_s;
    case Diagnostic::Severity::Warning: return u"warning"_s;
    case Diagnostic::Severity::Note: break;
    }
    return u"note"_s;
}

QString text(const Diagnostic &diagnostic) {
    QString place = diagnostic.file;
    if (diagnostic.line > 0)
        place += u":%1:%2"_s.arg(diagnostic.line).arg(diagnostic.column);
    return u"%1: %2: %3 [%4]"_s.arg(place, severityName(diagnostic.severity), diagnostic.message, diagnostic.code);
}

QByteArray json(const Diagnostic &diagnostic) {
    JsonObject object;
    object.text("severity", severityName(diagnostic.severity));
    object.text("code", diagnostic.code);
    object.text("message", diagnostic.message);
    object.text("module", diagnostic.module);
    object.text("file", diagnostic.file);
    if (diagnostic.line > 0) {
        object.number("line", diagnostic.line);
        object.number("column", diagnostic.column);
    }
    return object.bytes();
}

/// The files and folders asked about: a diagnostic belongs here if its file is one of them or below one, as written or
/// with links followed (a folder may be full of links).
class Asked {
public:
    /// What is wrong with the path itself.
    std::optional<Failure> add(const QString &path) {
        const QFileInfo info(path);
        if (!info.exists())
            return Failure(Failure::Kind::File, {path, tr("no such file or folder")});
        if (!info.isReadable())
            return Failure(Failure::Kind::File, {path, tr("cannot be read")});
        m_paths.append(info.canonicalFilePath());
        m_written.append(QDir::cleanPath(info.absoluteFilePath()));
        return {};
    }
    [[nodiscard]] bool contains(const QString &file) const {
        const QFileInfo info(file);
        return isBelow(info.canonicalFilePath(), m_paths)
            || isBelow(QDir::cleanPath(info.absoluteFilePath()), m_written);
    }
    [[nodiscard]] const QStringList &paths() const { return m_paths; }

private:
    static bool isBelow(const QString &file, const QStringList &paths) {
        return std::ranges::any_of(
            paths, [&](const QString &path) { return file == path || file.startsWith(path + u'/'); });
    }

    QStringList m_paths; // canonical
    QStringList m_written;
};

/// What the modules asked about lack.
void sayMissing(const Library &library, const Asked &asked) {
    const Dependency dependency = Dependency::of(library);
    for (Dependency::Missing missing : dependency.missing()) {
        missing.wanted.removeIf([&](const Dependency::Wanting &wanting) {
            const ModuleInfo *module = library.module(wanting.module);
            return !module || !asked.contains(module->file);
        });
        if (!missing.wanted.isEmpty())
            Terminal::say(missingtext::sentence(missing));
    }
}

} // namespace

ExitStatus run(const QStringList &paths, Context &context) {
    Asked asked;
    auto status = ExitStatus::Whole;
    Collection collection = context.collection();
    for (const QString &path : paths) {
        if (const auto failure = asked.add(path)) {
            Terminal::say(failure->text());
            status = ExitStatus::File;
        } else {
            collection.folders.insert(asked.paths().size() - 1, {path, Collection::User});
        }
    }
    if (asked.paths().isEmpty())
        return status;
    collection.switchedOff.clear(); // what is asked about is looked at
    const Library::Pointer library = compileLibrary(collection, {}, &Interrupt::hasCome());
    if (!library)
        return ExitStatus::Interrupted;
    int errors = 0;
    int warnings = 0;
    CaretLine caret;
    for (const Diagnostic &diagnostic : library->diagnostics()) {
        if (!asked.contains(diagnostic.file))
            continue;
        errors += diagnostic.severity == Diagnostic::Severity::Error ? 1 : 0;
        warnings += diagnostic.severity == Diagnostic::Severity::Warning ? 1 : 0;
        context.terminal().line(context.json() ? json(diagnostic) : text(diagnostic).toUtf8());
        if (const QByteArray lines = context.json() ? QByteArray() : caret.of(diagnostic); !lines.isEmpty())
            context.terminal().line(lines);
    }
    context.terminal().flush();
    const auto modules = std::ranges::count_if(
        library->modules(), [&](const ModuleInfo &module) { return asked.contains(module.file); });
    if (!context.terminal().closed())
        sayMissing(*library, asked);
    if (!context.terminal().closed())
        Terminal::say(u"%1, %2, %3"_s.arg(counted(modules, tr("%1 module"), tr("%1 modules")),
            counted(errors, tr("%1 error"), tr("%1 errors")), counted(warnings, tr("%1 warning"), tr("%1 warnings"))));
    return errors > 0 ? ExitStatus::File : status;
}

} // namespace walkabout::mibcheck
