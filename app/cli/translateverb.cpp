// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translateverb.h"

#include "app/cli/context.h"
#include "app/cli/nodetext.h"
#include "app/cli/objectlist.h"
#include "app/cli/terminal.h"
#include "core/base/jsonobject.h"
#include "core/mib/index.h"
#include "core/work/describe.h"
#include "core/work/objectname.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

/// What stands behind the object, by the row's INDEX: names and what a person reads.
QList<IndexValue> indexOf(const NodeRef &node, const Oid &instance) {
    const NodeRef row = node.rowNode();
    return row ? index::split(row, instance).value_or(QList<IndexValue>()) : QList<IndexValue>();
}

/// Several modules may define one OID: the one that was named.
NodeRef meant(const QString &word, const Oid &oid, const Library &library) {
    const NodeRef nearest = library.nearest(oid);
    if (!word.contains(u"::"_s))
        return nearest;
    const auto named = library.named(word.section(u'.', 0, 0).section(u'[', 0, 0));
    return !named.isEmpty() && named.first().oid() == nearest.oid() ? named.first() : nearest;
}

QByteArray instanceJson(const NodeRef &node, const Oid &oid, const Describe &describe) {
    const Oid instance = oid.mid(node.oid().size());
    JsonObject object;
    object.text("oid", oid.toString());
    object.text("name", describe.name(oid));
    object.text("suffix", instance.toString());
    JsonObject values;
    for (const IndexValue &value : indexOf(node, instance))
        values.text(value.name.toUtf8(), value.text);
    if (!values.isEmpty())
        object.raw("index", values.bytes());
    return object.bytes();
}

} // namespace

void TranslateVerb::addTo(CLI::App &app) {
    CLI::App *const verb
        = addVerb(app, "translate", "a name to its OID or an OID to its name, with everything known about it");
    verb->add_option(
            "NAME-or-OID", m_words, "IF-MIB::ifDescr, ifDescr.3, 1.3.6.1.2.1.2.2.1.2.3; @FILE and - give one a line")
        ->required();
}

void TranslateVerb::start() {
    const auto words = objectList(m_words);
    if (!words)
        return fail(words.failure());
    const Library &library = *context().library();
    auto status = ExitStatus::Whole;
    for (const QString &word : *words) {
        const auto found = ObjectName::parse(word, library);
        const NodeRef node = found ? meant(word, found->oid, library) : NodeRef();
        if (found && node && !node.oid().isEmpty()) {
            print(word, node, found->oid);
            continue;
        }
        const Failure failure = found ? Failure(Failure::Kind::UnknownObject, {word}) : found.failure();
        Terminal::say(failure.text());
        status = exitStatus(failure);
    }
    context().terminal().flush();
    end(status);
}

void TranslateVerb::print(const QString &text, const NodeRef &node, const Oid &oid) {
    const Library::Pointer &library = context().library();
    const Describe describe(library, Describe::Style::Terminal);
    Terminal &terminal = context().terminal();
    const bool hasInstance = oid.size() > node.oid().size();
    if (context().json()) {
        terminal.line(nodetext::json(node, hasInstance ? instanceJson(node, oid, describe) : QByteArray()));
    } else {
        if (std::exchange(m_any, true))
            terminal.line("");
        if (hasInstance) {
            terminal.line((tr("Instance:").leftJustified(14) + describe.name(oid)).toUtf8());
            terminal.line((tr("Its OID:").leftJustified(14) + oid.toString()).toUtf8());
            for (const IndexValue &value : indexOf(node, oid.mid(node.oid().size())))
                terminal.line((u"  "_s + value.name + u" = "_s + value.text).toUtf8());
        }
        terminal.line(nodetext::page(node, *library).toUtf8());
    }
    if (text.contains(u"::"_s) || Oid::parse(text))
        return;
    QStringList others;
    for (const NodeRef &other : library->named(text.section(u'.', 0, 0).section(u'[', 0, 0))) {
        if (other != node)
            others.append(other.qualifiedName());
    }
    if (!others.isEmpty())
        Terminal::say(tr("Also: %1").arg(others.join(u", "_s)));
}

} // namespace walkabout
