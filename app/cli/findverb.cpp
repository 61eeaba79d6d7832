// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findverb.h"

#include "app/cli/context.h"
#include "app/cli/nodetext.h"
#include "app/cli/terminal.h"

using namespace Qt::StringLiterals;

namespace walkabout {

void FindVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "find", "ranked search over names, OIDs and descriptions");
    verb->add_option("TEXT", m_words, "what to look for")->required();
    verb->add_option("--limit", m_limit, "at most so many (50)")->type_name("N")->check(CLI::Range(1, 1'000'000));
}

void FindVerb::start() {
    QStringList words;
    for (const std::string &word : m_words)
        words.append(QString::fromStdString(word));
    const QString text = words.join(u' ').trimmed();
    if (text.isEmpty())
        return failUsage(tr("Nothing to look for."));
    const QList<NodeRef> found = context().library()->search(text, m_limit);
    Terminal &terminal = context().terminal();
    for (const NodeRef &node : found) {
        if (context().json()) {
            terminal.line(nodetext::json(node));
            continue;
        }
        QString line = node.oid().toString() + u"  "_s + node.qualifiedName() + u"  "_s + nodeKindName(node.kind());
        if (const QString first = nodetext::firstLine(node.description()); !first.isEmpty())
            line += u"  "_s + first;
        terminal.line(line.toUtf8());
    }
    terminal.flush();
    if (found.isEmpty())
        Terminal::say(tr("Nothing found for “%1”.").arg(text));
    else if (found.size() == m_limit)
        Terminal::say(tr("The first %1; --limit shows more.").arg(m_limit));
    end(ExitStatus::Whole);
}

} // namespace walkabout
