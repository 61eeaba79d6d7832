// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recordverb.h"

#include "app/cli/context.h"
#include "app/cli/reading.h"
#include "app/cli/terminal.h"
#include "core/base/clock.h"
#include "core/work/query.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace walkabout {

RecordVerb::~RecordVerb() = default;

void RecordVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "record", "walk the whole device into a recording");
    m_letters.addTo(*verb);
    verb->add_option("FILE", m_path, "a .snmprec or .snmpwalk file")->required();
}

void RecordVerb::start() {
    m_target = QString::fromStdString(m_path);
    const QFileInfo info(m_target);
    if (info.suffix() == "snmprec"_L1)
        m_format = Recording::Format::SnmpRec;
    else if (info.suffix() == "snmpwalk"_L1)
        m_format = Recording::Format::SnmpWalk;
    else
        return failUsage(tr("%1: the suffix says the format: .snmprec or .snmpwalk.").arg(m_target));
    // What stands there may be whole: it is replaced at the end, by a whole one alone.
    const QString beside = u"%1/%2.truncated.%3"_s.arg(info.path(), info.completeBaseName(), info.suffix());
    m_file = std::make_unique<QSaveFile>(info.size() > 0 ? beside : m_target);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail(Failure(Failure::Kind::File, {m_target, m_file->errorString()}));
    openTarget();
}

void RecordVerb::opened() {
    Query query;
    query.verb = Verb::Walk;
    query.objects = {u"1"_s};
    query.after = Oid{1, 0};
    auto operation = query.begin(target().connection(), *context().library());
    if (!operation)
        return fail(operation.failure());
    m_walk = std::move(*operation);
    connect(m_walk.get(), &Operation::batch, this, &RecordVerb::write);
    connect(m_walk.get(), &Operation::finished, this, &RecordVerb::finish);
}

void RecordVerb::interrupt(int signalNumber) {
    m_signal = signalNumber;
    if (m_walk)
        m_walk->cancel();
    else
        TargetCommand::interrupt(signalNumber);
}

void RecordVerb::write(const VarBinds &varBinds) {
    for (const VarBind &varBind : varBinds) {
        if (varBind.value.isException())
            continue; // of the end of the view: no value of the device
        m_file->write(Recording::line(varBind, m_format));
        m_file->putChar('\n');
    }
}

std::optional<Failure> RecordVerb::keep() {
    if (m_walk->figures().varBinds == 0) {
        m_file->cancelWriting();
        Terminal::say(tr("Nothing was read: %1 was not written.").arg(m_target));
        return {};
    }
    const bool isWhole = m_walk->ending() == Ending::Whole;
    const QString written = m_file->fileName();
    if (!isWhole) {
        m_file->write(u"# truncated: %1 after %2, %3\n"_s
                          .arg(endingName(*m_walk->ending()), m_walk->lastOid().toString(), isoUtc(utcNow()))
                          .toUtf8());
    }
    if (!m_file->commit())
        return Failure(Failure::Kind::File, {written, m_file->errorString()});
    if (!isWhole) {
        Terminal::say(tr("%1 is truncated, and says so in its last line.").arg(written));
        if (written != m_target)
            Terminal::say(tr("%1 was there before and stays as it was.").arg(m_target));
        return {};
    }
    std::error_code error;
    if (written != m_target)
        std::filesystem::rename(
            QFile::encodeName(written).toStdString(), QFile::encodeName(m_target).toStdString(), error);
    if (error)
        return Failure(Failure::Kind::File, {m_target, QString::fromStdString(error.message())});
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
