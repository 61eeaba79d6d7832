// SPDX-License-Identifier: GPL-3.0-or-later
// The SNMPv3 user: its name, level, protocols and pass-phrases, by the device's reports and its silence (RFC 3414 3.2).
#include "core/base/bytes.h"
#include "core/snmp/diagnosis.h"
#include "core/snmp/protocolsearch.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace walkabout {

std::optional<Credential> Diagnosis::with(SecurityLevel level, bool withContext) const {
    Credential::User user = m_plan.credential->user();
    user.level = level;
    if (!withContext)
        user.contextName.clear();
    const auto credential = Credential::user(std::move(user));
    return credential ? std::optional(*credential) : std::nullopt;
}

void Diagnosis::judgeUser(const Failure &failure) {
    const Credential::User &user = m_plan.credential->user();
    const QString name = QString::fromUtf8(user.name);
    switch (failure.kind()) {
    case Failure::Kind::UnknownUser: return conclude(Finding::Cause::UnknownUser, {name});
    case Failure::Kind::UnknownContext: {
        Remedy remedy;
        remedy.clearContext = true;
        return conclude(Finding::Cause::Context, {QString::fromUtf8(user.contextName)}, remedy);
    }
    case Failure::Kind::UnsupportedLevel:
        if (user.level == SecurityLevel::NoAuthNoPriv)
            return conclude(Finding::Cause::Level, {Credential::name(user.level)});
        return askUpTime(
            with(user.level == SecurityLevel::AuthPriv ? SecurityLevel::AuthNoPriv : SecurityLevel::NoAuthNoPriv),
            &Diagnosis::levelTried);
    case Failure::Kind::WrongDigest: return search(true, false);
    case Failure::Kind::UnknownEngine: {
        if (user.engineId.isEmpty())
            return conclude(Finding::Cause::Clock, {name});
        Credential::User asking = user;
        asking.engineId.clear();
        const auto credential = Credential::user(std::move(asking));
        return askUpTime(*credential, &Diagnosis::engineTried);
    }
    case Failure::Kind::NotInTimeWindow:
        for (auto other = m_plan.engines.cbegin(); other != m_plan.engines.cend(); ++other) {
            if (other.value() == m_engineId)
                return conclude(Finding::Cause::SharedEngine, {bytes::toHex(m_engineId), other.key()});
        }
        return conclude(Finding::Cause::Clock, {name});
    default: break;
    }
    // Some agents are silent to a context that they do not have.
    if (!user.contextName.isEmpty() && !std::exchange(m_triedContext, true))
        return askUpTime(with(user.level, false), &Diagnosis::silentContextTried);
    // Silence, or what could not be decrypted: without privacy it shows which half of the user is wrong.
    if (user.level == SecurityLevel::AuthPriv)
        return askUpTime(with(SecurityLevel::AuthNoPriv, false), &Diagnosis::authTried);
    if (user.level == SecurityLevel::AuthNoPriv)
        return search(true, false);
    conclude(Finding::Cause::SilentToUser, {place(), name});
}

void Diagnosis::silentContextTried(const Request &request) {
    const QString context = QString::fromUtf8(m_plan.credential->user().contextName);
    const bool isThere = request.ending() == Ending::Whole || request.ending() == Ending::AgentError;
    if (!say({DiagnosisStep::What::Context, {context}, isThere ? std::nullopt : request.failure(),
            request.figures().roundTrip}))
        return;
    if (!isThere)
        return judgeUser(request.failure().value_or(Failure(Failure::Kind::Timeout, {place(), u"2"_s})));
    Remedy remedy;
    remedy.clearContext = true;
    conclude(Finding::Cause::Context, {context}, remedy);
}

void Diagnosis::engineTried(const Request & /*request*/) {
    const QString said = bytes::toHex(m_session->engineId());
    if (!say({DiagnosisStep::What::Engine, {said}, {}, {}}))
        return;
    Remedy remedy;
    remedy.clearEngineId = true;
    conclude(Finding::Cause::EngineId, {bytes::toHex(m_plan.credential->user().engineId), said}, remedy);
}

void Diagnosis::levelTried(const Request &request) {
    const SecurityLevel level = m_plan.credential->user().level == SecurityLevel::AuthPriv
        ? SecurityLevel::AuthNoPriv
        : SecurityLevel::NoAuthNoPriv;
    const bool isThere = request.ending() == Ending::Whole || request.ending() == Ending::AgentError;
    if (!say({DiagnosisStep::What::Level, {Credential::name(level)}, isThere ? std::nullopt : request.failure(),
            request.figures().roundTrip}))
        return;
    std::optional<Remedy> remedy;
    if (isThere) {
        remedy.emplace();
        remedy->level = level;
    }
    conclude(Finding::Cause::Level, {Credential::name(m_plan.credential->user().level)}, remedy);
}

void Diagnosis::authTried(const Request &request) {
    const bool isThere = request.ending() == Ending::Whole || request.ending() == Ending::AgentError;
    if (!say({DiagnosisStep::What::Level, {Credential::name(SecurityLevel::AuthNoPriv)},
            isThere ? std::nullopt : request.failure(), request.figures().roundTrip}))
        return;
    if (isThere)
        return search(false, true);
    const auto &failure = request.failure();
    if (failure && failure->kind() == Failure::Kind::UnknownUser)
        return judgeUser(*failure);
    search(true, false);
}

void Diagnosis::search(bool auths, bool privs) {
    m_searchesAuth = auths;
    ProtocolSearch::Plan plan{.endpoint = here(), .user = m_plan.credential->user()};
    plan.user.contextName.clear();
    if (!privs)
        plan.privs.clear();
    if (auths)
        plan.auths.removeAll(m_plan.credential->user().auth);
    else
        plan.auths = {m_plan.credential->user().auth};
    plan.privs.removeAll(m_plan.credential->user().priv);
    m_search = std::make_unique<ProtocolSearch>(m_engine, std::move(plan));
    connect(m_search.get(), &ProtocolSearch::tested, this, [this](const QString &protocol, bool accepted) {
        static_cast<void>(say({DiagnosisStep::What::Protocol, {protocol},
            accepted ? std::nullopt : std::optional(Failure(Failure::Kind::WrongDigest, {protocol})), {}}));
    });
    connect(m_search.get(), &ProtocolSearch::finished, this, &Diagnosis::searched);
}

void Diagnosis::searched() {
    const std::unique_ptr<ProtocolSearch, void (*)(ProtocolSearch *)> search(
        m_search.release(), [](ProtocolSearch *done) { done->deleteLater(); }); // its signal brought us here
    m_figures.addMessages(search->figures());
    const QString name = QString::fromUtf8(m_plan.credential->user().name);
    Remedy remedy;
    if (m_searchesAuth && search->auth()) {
        remedy.auth = search->auth();
        return conclude(Finding::Cause::AuthProtocol, {Credential::name(*search->auth())}, remedy);
    }
    if (!m_searchesAuth && search->priv()) {
        remedy.priv = search->priv();
        return conclude(Finding::Cause::PrivProtocol, {Credential::name(*search->priv())}, remedy);
    }
    if (!m_searchesAuth)
        return conclude(Finding::Cause::PrivPassphrase, {name});
    const bool isReported = search->sawWrongDigest();
    conclude(isReported ? Finding::Cause::AuthPassphrase : Finding::Cause::SilentToUser,
        isReported ? QStringList{name} : QStringList{place(), name});
}

} // namespace walkabout
