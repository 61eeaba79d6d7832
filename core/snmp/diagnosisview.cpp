// SPDX-License-Identifier: GPL-3.0-or-later
// The device answers: in time, with the object that was asked for, with large answers, as itself.
#include "core/base/bytes.h"
#include "core/snmp/diagnosis.h"

namespace walkabout {

namespace {

const Oid mib2{1, 3, 6, 1, 2, 1};
constexpr int Large = 100; // varbinds: more than an unfragmented datagram holds

QString milliseconds(std::chrono::microseconds time) { return QString::number(double(time.count()) / 1000, 'f', 1); }

} // namespace

void Diagnosis::lookAround(const Request &request) {
    if (m_roundTrip > m_plan.bounds.timeout * 4 / 5) {
        Remedy remedy;
        remedy.timeout = std::chrono::ceil<std::chrono::seconds>(m_roundTrip * 3);
        return conclude(Finding::Cause::Slow, {milliseconds(m_roundTrip)}, remedy);
    }
    const bool isRefused = request.ending() == Ending::AgentError
        && ErrorStatus(request.errorStatus()) == ErrorStatus::AuthorizationError;
    if (isRefused && isUser() && !m_plan.credential->user().contextName.isEmpty())
        return askUpTime(with(m_plan.credential->user().level, false), &Diagnosis::contextTried);
    if (isRefused)
        return conclude(Finding::Cause::NoAccess,
            {request.question().varBinds.first().oid.toString(), errorStatusName(request.errorStatus())});
    const Oid object = m_plan.object.isEmpty() ? mib2 : m_plan.object;
    ask(m_plan.credential, &Diagnosis::objectAsked, [object](Session &session) { return session.next({object}); });
}

void Diagnosis::objectAsked(const Request &request) {
    const Oid object = request.question().varBinds.first().oid;
    const VarBinds &varBinds = request.varBinds();
    const bool isThere = request.ending() == Ending::Whole && !varBinds.isEmpty()
        && !varBinds.first().value.isException() && varBinds.first().oid.startsWith(object);
    if (isThere) {
        if (say({DiagnosisStep::What::Object, {object.toString()}, {}, request.figures().roundTrip}))
            askLarge();
        return;
    }
    // It may be an instance, behind which stands something else.
    ask(m_plan.credential, &Diagnosis::objectGot, [object](Session &session) { return session.get({object}); });
}

void Diagnosis::objectGot(const Request &request) {
    const Oid object = request.question().varBinds.first().oid;
    const VarBinds &varBinds = request.varBinds();
    const bool isThere
        = request.ending() == Ending::Whole && !varBinds.isEmpty() && !varBinds.first().value.isException();
    const Failure missing(Failure::Kind::UnknownObject, {object.toString()});
    const auto failure = isThere ? std::nullopt : std::optional(request.failure().value_or(missing));
    if (!say({DiagnosisStep::What::Object, {object.toString()}, failure, request.figures().roundTrip}))
        return;
    if (isThere)
        return askLarge();
    const int status = request.errorStatus();
    if (isUser() && !m_plan.credential->user().contextName.isEmpty())
        return ask(with(m_plan.credential->user().level, false), &Diagnosis::contextTried,
            [object](Session &session) { return session.next({object}); });
    if (status != 0 && ErrorStatus(status) != ErrorStatus::NoSuchName)
        return conclude(Finding::Cause::NoAccess, {object.toString(), errorStatusName(status)});
    if (m_plan.object.isEmpty())
        return finishWell(); // nothing in particular was missed
    conclude(Finding::Cause::HiddenObject, {object.toString()});
}

void Diagnosis::contextTried(const Request &request) {
    const QString context = QString::fromUtf8(m_plan.credential->user().contextName);
    const Oid object = request.question().varBinds.first().oid;
    const VarBinds &varBinds = request.varBinds();
    const bool isThere = request.ending() == Ending::Whole && !varBinds.isEmpty()
        && varBinds.first().oid.startsWith(object) && !varBinds.first().value.isException();
    if (!say({DiagnosisStep::What::Context, {context}, isThere ? std::nullopt : request.failure(),
            request.figures().roundTrip}))
        return;
    if (!isThere)
        return conclude(Finding::Cause::HiddenObject, {object.toString()});
    Remedy remedy;
    remedy.clearContext = true;
    conclude(Finding::Cause::Context, {context}, remedy);
}

void Diagnosis::askLarge() {
    const bool isStream = m_plan.endpoint.transport == Endpoint::Transport::Tcp;
    if (isStream || m_plan.credential->version() == Version::V1)
        return finishWell(); // no datagram to be lost, or none to be filled by one question
    ask(m_plan.credential, &Diagnosis::largeAsked, [](Session &session) { return session.bulk({mib2}, 0, Large); });
}

void Diagnosis::largeAsked(const Request &request) {
    const bool isThere = request.ending() != Ending::Timeout;
    if (!say({DiagnosisStep::What::Large, {QString::number(Large)}, isThere ? std::nullopt : request.failure(),
            request.figures().roundTrip}))
        return;
    if (isThere)
        return finishWell();
    Remedy remedy;
    remedy.maxRepetitions = 10;
    conclude(Finding::Cause::LargeAnswersLost, {QString::number(Large)}, remedy);
}

void Diagnosis::finishWell() {
    if (!m_engineId.isEmpty()) {
        if (!say({DiagnosisStep::What::Engine, {bytes::toHex(m_engineId)}, {}, {}}))
            return;
        for (auto other = m_plan.engines.cbegin(); other != m_plan.engines.cend(); ++other) {
            if (other.value() == m_engineId)
                return conclude(Finding::Cause::SharedEngine, {bytes::toHex(m_engineId), other.key()});
        }
    }
    conclude(Finding::Cause::Answers, {milliseconds(m_roundTrip)});
}

} // namespace walkabout
