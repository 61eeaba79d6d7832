// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/mibsverb.h"

#include "app/cli/context.h"
#include "app/cli/interrupt.h"
#include "app/cli/mibcheck.h"
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
    for (const ModuleImport &import : facts.imports) {
        if (!import.found)
            missing.append(import.module);
    }
    object.texts("missing", missing);
    object.number("errors", module.errors);
    object.number("warnings", module.warnings);
    return object.bytes();
}

} // namespace

void MibsVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "mibs", "the MIB modules: list, check, dump");
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
    const auto &modules = context().library()->modules();
    Terminal &terminal = context().terminal();
    qsizetype width = 0;
    for (const ModuleInfo &module : modules)
        width = std::max(width, module.name.size());
    for (const ModuleInfo &module : modules) {
        if (context().json()) {
            terminal.line(json(module, context().library()->facts(module.name)));
            continue;
        }
        QString line = module.name.leftJustified(width) + u"  "_s + tierName(module.tier).leftJustified(7) + u"  "_s
            + module.file;
        if (module.errors > 0 || module.warnings > 0)
            line += u"  "_s
                + u"(%1, %2)"_s.arg(counted(module.errors, tr("%1 error"), tr("%1 errors")),
                    counted(module.warnings, tr("%1 warning"), tr("%1 warnings")));
        terminal.line(line.toUtf8());
        if (module.rivals == 0)
            continue;
        for (const QString &rival : context().library()->facts(module.name).rivals)
            terminal.line((QString(width + 2, u' ') + tr("also in ") + rival).toUtf8());
    }
    terminal.flush();
    if (!context().json() && !terminal.closed())
        Terminal::say(u"%1, %2"_s.arg(counted(modules.size(), tr("%1 module"), tr("%1 modules")),
            counted(context().library()->nodeCount(), tr("%1 node"), tr("%1 nodes"))));
    end(ExitStatus::Whole);
}

void MibsVerb::dump() {
    const Library &library = *context().library();
    Terminal &terminal = context().terminal();
    for (qsizetype i = 0; i < library.nodeCount() && !terminal.closed(); ++i) {
        const NodeRef node = library.at(i);
        if (!node.oid().isEmpty())
            terminal.line(context().json() ? nodetext::json(node) : nodetext::dumpLine(node).toUtf8());
    }
    terminal.flush();
    end(ExitStatus::Whole);
}

} // namespace walkabout
