// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/mibsverb.h"

#include "app/cli/context.h"
#include "app/cli/interrupt.h"
#include "app/cli/mibcheck.h"
#include "app/cli/missingtext.h"
#include "app/cli/nodetext.h"
#include "app/cli/terminal.h"
#include "core/base/count.h"
#include "core/base/jsonobject.h"
#include "core/mib/librarycache.h"

#include <QElapsedTimer>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString tierName(int tier) {
    switch (tier) {
    case Collection::User: return u"user"_s;
    case Collection::System: return u"system"_s;
    default: return u"shipped"_s;
    }
}

QByteArray json(const ModuleInfo &module, const ModuleFacts &facts) {
    JsonObject object;
    object.text("module", module.name);
    object.text("file", module.file);
    object.text("tier", tierName(module.tier));
    object.texts("rivals", facts.rivals);
    object.number("smi", module.smiVersion);
    object.text("oid", module.identity.toString());
    object.text("lastUpdated", module.lastUpdated);
    object.text("organization", module.organization.simplified());
    QStringList missing;
    QList<QByteArray> lacks;
    for (const ModuleImport &import : facts.imports) {
        if (import.found)
            continue;
        missing.append(import.module);
        lacks.append(missingtext::json(import));
    }
    object.texts("missing", missing);
    object.raw("lacks", lacks.isEmpty() ? QByteArray() : JsonObject::array(lacks));
    object.number("errors", module.errors);
    object.number("warnings", module.warnings);
    object.number("definitions", module.definitions);
    return object.bytes();
}

/// Read, and left out because a person switched it off.
QByteArray jsonOfOff(const ModuleInfo &module) {
    JsonObject object;
    object.text("module", module.name);
    object.text("file", module.file);
    object.text("tier", tierName(module.tier));
    object.flag("switchedOff", true);
    return object.bytes();
}

/// Which file serves the module, and below it the rivals and what it lacks.
QString text(const ModuleInfo &module, const ModuleFacts &facts, qsizetype width) {
    QString lines
        = module.name.leftJustified(width) + u"  "_s + tierName(module.tier).leftJustified(7) + u"  "_s + module.file;
    if (module.errors > 0 || module.warnings > 0)
        lines += u"  (%1, %2)"_s.arg(counted(module.errors, MibsVerb::tr("%1 error"), MibsVerb::tr("%1 errors")),
            counted(module.warnings, MibsVerb::tr("%1 warning"), MibsVerb::tr("%1 warnings")));
    const QString below = u'\n' + QString(width + 2, u' ');
    for (const QString &rival : facts.rivals)
        lines += below + MibsVerb::tr("also in %1").arg(rival);
    for (const ModuleImport &import : facts.imports) {
        if (!import.found)
            lines += below + MibsVerb::tr("lacks %1: %2").arg(import.module, import.symbols.join(u", "_s));
    }
    return lines;
}

} // namespace

void MibsVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "mibs", "the MIB modules: list, check, dump, compile");
    verb->require_subcommand(1);
    m_list = verb->add_subcommand("list", "modules and the files they come from")->fallthrough();
    m_dump = verb->add_subcommand("dump", "every node, one a line")->fallthrough();
    m_check = verb->add_subcommand("check", "what is wrong in these files")->fallthrough();
    m_check->add_option("FILE-or-DIR", m_paths, "files, or folders read with those below them")->required();
    verb->add_subcommand("compile", "build the compiled library now and say what it cost")->fallthrough();
}

bool MibsVerb::needsLibrary() const { return m_list->parsed() || m_dump->parsed(); }

void MibsVerb::start() {
    if (m_list->parsed()) {
        list();
    } else if (m_dump->parsed()) {
        dump();
    } else if (m_check->parsed()) {
        QStringList paths;
        for (const std::string &path : m_paths)
            paths.append(QString::fromStdString(path));
        end(mibcheck::run(paths, context()));
    } else {
        compile();
    }
}

void MibsVerb::compile() {
    QElapsedTimer clock;
    clock.start();
    const LibraryCache cache(context().places().cache, context().collection());
    const LibraryCache::Refreshed made = cache.refresh({}, &Interrupt::hasCome());
    if (!made.library)
        return end(ExitStatus::Interrupted);
    if (made.failure)
        return fail(*made.failure);
    const Library &library = *made.library;
    const double seconds = double(clock.elapsed()) / 1000;
    const qint64 bytes = QFileInfo(cache.path()).size();
    if (context().json()) {
        JsonObject object;
        object.text("file", cache.path());
        object.number("bytes", bytes);
        object.number("modules", library.modules().size());
        object.number("nodes", library.nodeCount());
        object.number("unplaced", library.unplacedCount());
        object.raw("seconds", QByteArray::number(seconds, 'f', 3));
        context().terminal().line(object.bytes());
    } else {
        context().terminal().line(
            tr("%1, %2, %3 MB, %4 s: %5")
                .arg(counted(library.modules().size(), tr("%1 module"), tr("%1 modules")),
                    counted(library.nodeCount(), tr("%1 node"), tr("%1 nodes")),
                    QString::number(double(bytes) / 1e6, 'f', 1), QString::number(seconds, 'f', 2), cache.path())
                .toUtf8());
    }
    context().terminal().flush();
    end(ExitStatus::Whole);
}

void MibsVerb::list() {
    const Library &library = *context().library();
    Terminal &terminal = context().terminal();
    qsizetype width = 0;
    for (const QList<ModuleInfo> &modules : {library.modules(), library.switchedOff()}) {
        for (const ModuleInfo &module : modules)
            width = std::max(width, module.name.size());
    }
    for (const ModuleInfo &module : library.modules()) {
        const ModuleFacts facts = library.facts(module.name);
        terminal.line(context().json() ? json(module, facts) : text(module, facts, width).toUtf8());
    }
    for (const ModuleInfo &module : library.switchedOff()) {
        const QString off
            = module.name.leftJustified(width) + u"  "_s + tr("off").leftJustified(7) + u"  "_s + module.file;
        terminal.line(context().json() ? jsonOfOff(module) : off.toUtf8());
    }
    terminal.flush();
    if (!terminal.closed())
        sayWhatIsMissing(library);
    end(ExitStatus::Whole);
}

void MibsVerb::sayWhatIsMissing(const Library &library) {
    const Dependency dependency = Dependency::of(library);
    for (const Dependency::Missing &missing : dependency.missing())
        Terminal::say(missingtext::sentence(missing));
    QStringList parts{counted(library.modules().size(), tr("%1 module"), tr("%1 modules")),
        counted(library.nodeCount(), tr("%1 node"), tr("%1 nodes"))};
    if (!library.switchedOff().isEmpty())
        parts.append(tr("%1 switched off").arg(grouped(library.switchedOff().size())));
    Terminal::say(parts.join(u", "_s));
}

void MibsVerb::dump() {
    const Library &library = *context().library();
    Terminal &terminal = context().terminal();
    for (qsizetype i = 0; i < library.nodeCount() && !terminal.closed(); ++i) {
        const NodeRef node = library.at(i);
        if (!node.oid().isEmpty())
            terminal.line(context().json() ? nodetext::json(node) : nodetext::dumpLine(node).toUtf8());
    }
    // They are no nodes: readers of JSON lines find an OID in each.
    for (qsizetype row = 0; row < library.unplacedCount() && !context().json() && !terminal.closed(); ++row)
        terminal.line(nodetext::unplacedLine(library.unplacedAt(row)).toUtf8());
    terminal.flush();
    if (library.unplacedCount() > 0 && !terminal.closed())
        Terminal::say(counted(library.unplacedCount(), tr("%1 definition has no place in the tree"),
            tr("%1 definitions have no place in the tree")));
    end(ExitStatus::Whole);
}

} // namespace walkabout
