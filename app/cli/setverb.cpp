// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/setverb.h"

#include "app/cli/context.h"
#include "app/cli/objectlist.h"
#include "app/cli/terminal.h"
#include "core/work/change.h"

namespace walkabout {

SetVerb::~SetVerb() = default;

void SetVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "set", "one atomic SET, sent once");
    m_letters.addTo(*verb);
    verb->add_option("OBJECT=VALUE", m_assignments,
            "the type comes from the MIB, or OBJECT=TYPE:VALUE with net-snmp's type letters; "
            "@FILE and - give one a line")
        ->required();
    m_output.addTo(*verb);
}

void SetVerb::start() {
    if (const auto failure = m_output.check())
        return fail(*failure);
    const auto assignments = objectList(m_assignments);
    if (!assignments)
        return fail(assignments.failure());
    m_query.verb = Verb::Set;
    for (const QString &assignment : *assignments) {
        auto change = change::parse(*context().library(), assignment);
        if (!change)
            return fail(change.failure());
        m_changed.append(change->oid.toString());
        m_query.changes.append(std::move(*change));
    }
    if (m_query.changes.isEmpty())
        return failUsage(tr("No OBJECT=VALUE was given."));
    openTarget();
}

void SetVerb::opened() {
    auto operation = m_query.begin(target().connection(), *context().library());
    if (!operation)
        return fail(operation.failure());
    m_set = print(std::move(*operation));
    connect(m_set.get(), &Reading::finished, this, &SetVerb::finishSet);
}

std::unique_ptr<Reading> SetVerb::print(std::unique_ptr<Operation> operation) {
    return std::make_unique<Reading>(context().terminal(),
        VarBindLines(context().library(), m_output.style(context().json())), std::move(operation));
}

void SetVerb::interrupt(int signalNumber) {
    m_signal = signalNumber;
    if (m_readBack)
        m_readBack->cancel();
    else if (m_set)
        m_set->cancel();
    else
        TargetCommand::interrupt(signalNumber);
}

void SetVerb::finishSet() {
    const Operation &operation = m_set->operation();
    m_summary.add(operation);
    if (operation.ending() == Ending::Timeout)
        return readBack();
    conclude(context().terminal(), operation.failure(), m_summary, context().json());
    end(m_signal != 0 && operation.ending() == Ending::Cancelled ? 128 + m_signal : int(exitStatus(operation)));
}

void SetVerb::readBack() {
    if (const auto &failure = m_set->operation().failure())
        Terminal::say(failure->text());
    Query query;
    query.objects = m_changed;
    auto operation = query.begin(target().connection(), *context().library());
    if (!operation)
        return fail(operation.failure());
    Terminal::say(tr("Reading it back."));
    m_readBack = print(std::move(*operation));
    connect(m_readBack.get(), &Reading::finished, this, &SetVerb::finishReadBack);
}

void SetVerb::finishReadBack() {
    const Operation &operation = m_readBack->operation();
    const Ending ofSet = m_summary.ending;
    m_summary.add(operation);
    m_summary.ending = ofSet; // the SET was not answered, whatever was read since
    conclude(context().terminal(), operation.failure(), m_summary, context().json());
    end(m_signal != 0 ? 128 + m_signal : int(ExitStatus::NoAnswer));
}

} // namespace walkabout
