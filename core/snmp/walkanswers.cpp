// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer means for the parts it was asked for.
#include "core/snmp/session.h"
#include "core/snmp/tuner.h"
#include "core/snmp/varbindsize.h"
#include "core/snmp/walk.h"
#include "core/snmp/walklane_p.h"

namespace walkabout {

using namespace Qt::StringLiterals;

void Walk::laneTried(const WalkLane &lane, int attempt, int of) {
    if (m_parts.empty() || !lane.parts().contains(&m_parts.front()))
        return; // what is read ahead is not what a person waits for
    const bool isNews = attempt > 1 || !m_saidTry;
    m_saidTry = attempt == 1;
    if (isNews)
        announceTry(attempt, of);
}

void Walk::laneUnanswered(const QList<WalkPart *> &parts, Ending ending, const Failure &failure) {
    if (hasEnded())
        return;
    if (ending == Ending::Timeout)
        m_tuner.lost();
    stop(*parts.first(), {ending, failure, 0, {}});
    settle();
    if (ending == Ending::Timeout && !hasEnded() && !m_readsRoot)
        advance();
}

void Walk::laneAnswered(const QList<WalkPart *> &parts, Message &&answer, int asked, bool wasLost) {
    if (hasEnded())
        return;
    if (m_readsRoot)
        return takeRoot(std::move(answer));
    if (answer.errorStatus != 0) {
        refused(parts, answer, asked);
    } else if (answer.varBinds.isEmpty()) {
        if (!m_tuner.tooBig(asked))
            stop(*parts.first(),
                {Ending::Malformed, Failure(Failure::Kind::Malformed, {m_peer, u"an answer without varbinds"_s}), 0,
                    {}});
    } else {
        m_tuner.answered({answer.varBinds.size(), averageSize(answer.varBinds), inFlight() + 1, wasLost});
        if (parts.size() == 1) {
            take(*parts.first(), std::move(answer.varBinds));
        } else {
            const qsizetype most = std::min(parts.size(), answer.varBinds.size());
            QList<VarBind> each = std::move(answer.varBinds);
            for (qsizetype i = 0; i < most && !hasEnded(); ++i) {
                const auto isThere = [part = parts.at(i)](const WalkPart &other) { return &other == part; };
                if (std::ranges::any_of(m_parts, isThere)) // not merged with the one before, nor dropped
                    take(*parts.at(i), {std::move(each[i])});
            }
        }
    }
    if (hasEnded())
        return;
    settle();
    if (!hasEnded() && !m_readsRoot)
        advance();
}

void Walk::refused(const QList<WalkPart *> &parts, const Message &answer, int asked) {
    const auto status = ErrorStatus(answer.errorStatus);
    const int index = answer.errorIndex;
    const bool isNamed = index >= 1 && index <= parts.size();
    WalkPart &part = *parts.at(isNamed ? index - 1 : 0);
    if (status == ErrorStatus::NoSuchName && (isNamed || parts.size() == 1)) { // the end in v1 (RFC 1157 4.1.3)
        take(part, {{part.at, Value::exception(Value::Type::EndOfMibView)}});
        return; // the others are asked again
    }
    const auto size = parts.size() > 1 ? int(parts.size()) : asked;
    if ((status == ErrorStatus::TooBig || (!isNamed && parts.size() > 1)) && m_session->version() == Version::V1
        && parts.size() > 1) {
        m_tuner.tooBig(size);
        return;
    }
    if (status == ErrorStatus::TooBig && m_session->version() != Version::V1 && m_tuner.tooBig(size))
        return;
    if (&part != &m_parts.front() && m_parts.size() > 1) // it may be that only a guess is refused
        return retreat(m_parts.front());
    stop(part,
        {Ending::AgentError,
            Failure(Failure::Kind::AgentError,
                {errorStatusName(answer.errorStatus), part.at.toString(), QString::number(index)}),
            index, {}});
}

// The checks run over the answer where it stands. What is delivered waits for the event loop while the next question
// goes out, so the agent works while it is read.
void Walk::take(WalkPart &part, VarBinds &&varBinds) {
    const bool wasBegun = std::exchange(part.isBegun, true);
    const Oid *before = &part.at;
    qsizetype good = 0;
    for (const VarBind &varBind : std::as_const(varBinds)) {
        if (varBind.value.type() == Value::Type::EndOfMibView || !varBind.oid.startsWith(m_plan.root)) {
            part.follower = Oid();
            break;
        }
        if (varBind.oid <= *before) {
            const WalkPart::Stop why{Ending::NotIncreasing,
                Failure(Failure::Kind::NotIncreasing, {varBind.oid.toString(), before->toString()}), 0, varBind.oid};
            varBinds.resize(good);
            append(part, std::move(varBinds));
            if (hasEnded())
                return;
            if (&part == &m_parts.front())
                return stop(part, why);
            return retreat(m_parts.front()); // read in order, it is met again or not at all
        }
        if (part.until && varBind.oid > *part.until) {
            // What no one has asked for yet goes on in this part.
            auto next = std::next(std::ranges::find(m_parts, &part, [](WalkPart &each) { return &each; }));
            while (
                next != m_parts.end() && !next->isAsked && !next->isBegun && part.until && varBind.oid > *part.until) {
                part.until = next->until;
                part.ahead = 0;
                next = m_parts.erase(next);
            }
            if (part.until && varBind.oid > *part.until) {
                part.follower = varBind.oid;
                break;
            }
            if (next != m_parts.end() && varBind.oid > next->at) {
                part.follower = varBind.oid;
                break;
            }
        }
        before = &varBind.oid;
        ++good;
    }
    varBinds.resize(good);
    if (good == 0 && !wasBegun && part.isGuess) {
        part.isGuess = false;
        trustIn(part).failed();
    }
    append(part, std::move(varBinds));
}

void Walk::takeRoot(Message &&answer) {
    const auto status = ErrorStatus(answer.errorStatus);
    if (answer.errorStatus != 0 && status != ErrorStatus::NoSuchName)
        return finish(Ending::AgentError,
            Failure(Failure::Kind::AgentError,
                {errorStatusName(answer.errorStatus), m_plan.root.toString(), QString::number(answer.errorIndex)}),
            answer.errorIndex);
    if (answer.errorStatus == 0 && !answer.varBinds.isEmpty() && !answer.varBinds.first().value.isException())
        deliver({answer.varBinds.first()});
    finish(Ending::Whole);
}

} // namespace walkabout
