// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/changerun.h"

#include <algorithm>

namespace walkabout {

namespace {

QList<Oid> instances(const QList<ChangeSheet::Entry> &entries) {
    QList<Oid> all;
    for (const ChangeSheet::Entry &entry : entries)
        all.append(entry.change.oid);
    return all;
}

// The device may have done it, or a part of it (RFC 3416 4.2.5: undoFailed), for all that it said.
bool isInDoubt(const Operation &set) {
    switch (*set.ending()) {
    case Ending::Timeout:
    case Ending::Malformed:
    case Ending::Cancelled:
    case Ending::Closed: return true;
    case Ending::AgentError:
        return set.failure()->arguments().value(0) == errorStatusName(int(ErrorStatus::UndoFailed));
    default: return false;
    }
}

} // namespace

ChangeRun::ChangeRun(ChangeSheet &sheet, Connection &connection, Library::Pointer library)
    : m_sheet(&sheet)
    , m_connection(&connection)
    , m_library(std::move(library))
    , m_device(connection.device()) {
    sheet.forgetRefusals();
    sheet.setSending(true);
    m_before = std::make_unique<InstanceRead>(connection, m_library, instances(sheet.entries()));
    connect(m_before.get(), &InstanceRead::finished, this, &ChangeRun::send);
}

ChangeRun::~ChangeRun() {
    if (m_sheet)
        m_sheet->setSending(false);
}

void ChangeRun::send() {
    if (!m_sheet || !m_connection)
        return end(End::NotSent);
    // Nobody there: a SET would only leave its fate in doubt.
    if (m_before->failure()) {
        m_failure = m_before->failure();
        return end(End::NotSent);
    }
    bool isMoved = false;
    for (const Oid &instance : instances(m_sheet->entries())) {
        if (const auto now = m_before->value(instance))
            isMoved = m_sheet->learn(instance, *now) || isMoved;
    }
    if (isMoved)
        return end(End::Moved);
    Query query;
    query.verb = Verb::Set;
    query.changes = m_sheet->changes();
    auto begun = query.begin(*m_connection, *m_library);
    if (!begun) {
        m_failure = begun.failure();
        return end(End::NotSent);
    }
    m_entries = m_sheet->entries();
    m_time = utcNow();
    m_set = *std::move(begun);
    connect(m_set.get(), &Operation::finished, this, &ChangeRun::answered);
    emit sent(query);
}

void ChangeRun::answered() {
    const Operation &set = *m_set;
    m_set.release()->deleteLater(); // its signal brought us here
    m_failure = set.failure();
    m_errorIndex = set.errorIndex();
    m_isTaken = set.ending() == Ending::Whole;
    if (m_isTaken) {
        m_end = End::Made;
        return readBackNow();
    }
    if (isInDoubt(set)) {
        m_end = End::Silent;
        if (m_failure)
            emit silent(*m_failure);
        return readBackNow();
    }
    m_end = End::Refused;
    judge();
}

void ChangeRun::readBackNow() {
    if (!m_connection)
        return judge();
    m_after = std::make_unique<InstanceRead>(*m_connection, m_library, instances(m_entries));
    connect(m_after.get(), &InstanceRead::finished, this, &ChangeRun::judge);
}

void ChangeRun::judge() {
    using Outcome = DoneChange::Outcome;
    QList<Oid> settled;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const ChangeSheet::Entry &entry = m_entries.at(i);
        const Oid &instance = entry.change.oid;
        const auto after = m_after ? m_after->value(instance) : std::nullopt;
        DoneChange done{m_time, m_device.id, m_device.label(), entry.change, entry.before, after, Outcome::Unknown, {}};
        const bool asWanted = after && donechange::isAsWanted(*m_library, entry.change, *after);
        if (m_end == End::Refused) {
            const bool isCulprit = m_errorIndex == i + 1 || m_errorIndex <= 0 || m_errorIndex > m_entries.size();
            done.outcome = isCulprit ? Outcome::Refused : Outcome::NotMade;
            done.failure = m_failure;
            if (m_sheet && isCulprit && m_failure)
                m_sheet->refuse(instance, *m_failure);
        } else {
            if (!after)
                done.outcome = m_isTaken ? Outcome::Taken : Outcome::Unknown;
            else if (asWanted)
                done.outcome = Outcome::Made;
            else
                done.outcome = m_isTaken    ? Outcome::Differs
                    : after == entry.before ? Outcome::NotMade
                                            : Outcome::Differs;
            if (!m_isTaken)
                done.failure = m_failure;
            // What was not made stays on the sheet: sending it again is a person's choice.
            if (m_isTaken || asWanted)
                settled.append(instance);
            else if (m_sheet && m_failure)
                m_sheet->refuse(instance, *m_failure);
        }
        m_done.append(done);
    }
    if (m_sheet)
        m_sheet->settle(settled);
    end(m_end);
}

void ChangeRun::end(End end) {
    m_end = end;
    if (m_sheet)
        m_sheet->setSending(false);
    emit finished(); // the last: a slot may delete this
}

VarBinds ChangeRun::readBack() const { return m_after ? m_after->varBinds() : VarBinds(); }

} // namespace walkabout
