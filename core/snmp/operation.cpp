// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/operation.h"

#include <QPointer>

#include <array>

namespace walkabout {

using namespace std::chrono_literals;

namespace {
constexpr auto Slice = 5ms; // what one visit of the event loop may spend on handing out batches
} // namespace

QString endingName(Ending ending) {
    static constexpr std::array<QStringView, 10> names = {u"whole", u"cancelled", u"timeout", u"refused",
        u"agent-error", u"malformed", u"not-increasing", u"limit", u"authentication", u"closed"};
    return names[size_t(ending)].toString();
}

Operation::Operation(QObject *parent)
    : QObject(parent)
    , m_began(std::chrono::steady_clock::now()) {}

Operation::~Operation() = default;

void Operation::beginSoon() {
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_began = std::chrono::steady_clock::now();
            if (hasEnded())
                return;
            m_flushing = true; // what begins is handed out in this turn of the loop already
            begin();
            flush();
        },
        Qt::QueuedConnection);
}

void Operation::deliver(VarBinds &&varBinds) {
    if (hasEnded() || varBinds.isEmpty())
        return;
    m_undelivered += varBinds.size();
    m_queue.emplace_back(std::move(varBinds));
    flushSoon();
}

void Operation::announceTry(int attempt, int of) {
    if (hasEnded())
        return;
    m_queue.emplace_back(Try{attempt, of});
    flushSoon();
}

void Operation::end(Ending ending, std::optional<Failure> failure, int errorIndex) {
    if (hasEnded())
        return;
    m_outcome = Outcome{ending, std::move(failure), errorIndex};
    m_figures.elapsed
        = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_began);
    flushSoon();
}

bool Operation::abandon() {
    const bool undelivered
        = std::ranges::any_of(m_queue, [](const auto &event) { return std::holds_alternative<VarBinds>(event); });
    if (m_ending || (m_outcome && !undelivered))
        return false;
    m_queue.clear();
    m_undelivered = 0;
    m_outcome.reset();
    end(Ending::Cancelled, Failure(Failure::Kind::Cancelled));
    return true;
}

void Operation::flushSoon() {
    if (m_flushing)
        return;
    m_flushing = true;
    QMetaObject::invokeMethod(
        this, [this] { flush(); }, Qt::QueuedConnection);
}

// The bottom of the stack is the event loop: after each emit the slot may have deleted this, cancelled it, or its
// session.
void Operation::flush() {
    m_flushing = false;
    const QPointer<Operation> self(this);
    const auto until = std::chrono::steady_clock::now() + Slice;
    while (!m_queue.empty()) {
        const auto event = std::move(m_queue.front());
        m_queue.pop_front();
        if (const auto *attempt = std::get_if<Try>(&event)) {
            emit trying(attempt->attempt, attempt->of);
        } else {
            const auto &varBinds = std::get<VarBinds>(event);
            m_undelivered -= varBinds.size();
            m_figures.varBinds += varBinds.size();
            m_lastOid = varBinds.last().oid;
            emit batch(varBinds);
        }
        if (!self)
            return;
        if (!m_queue.empty() && std::chrono::steady_clock::now() > until) {
            flushSoon();
            return flushed();
        }
    }
    if (!m_outcome)
        flushed();
    if (!m_outcome || m_ending)
        return;
    m_ending = m_outcome->ending;
    m_failure = m_outcome->failure;
    m_errorIndex = m_outcome->errorIndex;
    if (*m_ending == Ending::NotIncreasing && !m_culprit.isEmpty())
        m_lastOid = m_culprit;
    emit finished();
}

} // namespace walkabout
