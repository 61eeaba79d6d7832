// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recordverb.h"

#include "app/cli/context.h"
#include "app/cli/reading.h"
#include "app/cli/terminal.h"

namespace walkabout {

RecordVerb::~RecordVerb() = default;

void RecordVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "record", "walk the whole device into a recording");
    m_letters.addTo(*verb);
    verb->add_option("FILE", m_path, "a .snmprec or .snmpwalk file")->required();
}

void RecordVerb::start() {
    m_target = QString::fromStdString(m_path);
    auto file = RecordingFile::begin(m_target);
    if (!file)
        return fail(file.failure());
    m_file = *std::move(file);
    openTarget();
}

void RecordVerb::opened() {
    auto operation = RecordingFile::query().begin(target().connection(), *context().library());
    if (!operation)
        return fail(operation.failure());
    m_walk = std::move(*operation);
    connect(m_walk.get(), &Operation::batch, this, [this](const VarBinds &varBinds) { m_file->write(varBinds); });
    connect(m_walk.get(), &Operation::finished, this, &RecordVerb::finish);
}

void RecordVerb::interrupt(int signalNumber) {
    m_signal = signalNumber;
    if (m_walk)
        m_walk->cancel();
    else
        TargetCommand::interrupt(signalNumber);
}

std::optional<Failure> RecordVerb::keep() {
    const auto kept = m_file->keep(*m_walk);
    if (!kept)
        return kept.failure();
    if (kept->path.isEmpty())
        Terminal::say(tr("Nothing was read: %1 was not written.").arg(m_target));
    else if (!kept->isWhole)
        Terminal::say(tr("%1 is truncated, and says so in its last line.").arg(kept->path));
    if (!kept->isWhole && kept->hadBefore)
        Terminal::say(tr("%1 was there before and stays as it was.").arg(m_target));
    return {};
}

void RecordVerb::finish() {
    Summary summary;
    summary.add(*m_walk);
    const auto failure = keep();
    conclude(context().terminal(), m_walk->failure(), summary, context().json());
    if (failure)
        return fail(*failure);
    if (m_walk->ending() == Ending::Cancelled && m_signal != 0)
        return end(128 + m_signal);
    end(exitStatus(*m_walk));
}

} // namespace walkabout
