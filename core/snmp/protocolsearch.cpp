// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/protocolsearch.h"

namespace walkabout {

using namespace std::chrono_literals;

namespace {

const Oid asked{1, 3, 6, 1, 2, 1, 1, 3, 0};
constexpr Bounds Wait{500ms, 1}; // a wrong key is answered with silence by many: it must not last
constexpr int PacketsOfATest = 2 * (1 + Wait.retries); // discovery and question

} // namespace

ProtocolSearch::ProtocolSearch(Engine &engine, Plan plan)
    : m_engine(engine)
    , m_plan(std::move(plan)) {
    if (m_plan.user.privPassphrase.isEmpty())
        m_plan.privs.clear();
    m_most = int(m_plan.auths.size() + m_plan.privs.size()) * PacketsOfATest;
    beginSoon();
}

ProtocolSearch::~ProtocolSearch() = default;

int ProtocolSearch::packets() const { return m_most; }

SecurityLevel ProtocolSearch::level() const {
    return m_priv ? SecurityLevel::AuthPriv : m_auth ? SecurityLevel::AuthNoPriv : SecurityLevel::NoAuthNoPriv;
}

void ProtocolSearch::cancel() {
    m_request.reset();
    abandon();
}

void ProtocolSearch::begin() { next(); }

void ProtocolSearch::next() {
    if (!m_auth && m_at < m_plan.auths.size()) {
        const AuthProtocol auth = m_plan.auths.at(m_at);
        return test(SecurityLevel::AuthNoPriv, auth, PrivProtocol::None);
    }
    if (m_auth && !m_priv && m_at < m_plan.privs.size())
        return test(SecurityLevel::AuthPriv, *m_auth, m_plan.privs.at(m_at));
    end(Ending::Whole);
}

void ProtocolSearch::test(SecurityLevel level, AuthProtocol auth, PrivProtocol priv) {
    Credential::User user = m_plan.user;
    user.level = level;
    user.auth = auth;
    user.priv = priv;
    const auto credential = Credential::user(std::move(user));
    if (!credential)
        return end(Ending::Authentication, credential.failure());
    m_request.reset();
    m_session = std::make_unique<Session>(m_engine, m_plan.endpoint, *credential, Wait);
    m_request = m_session->get({asked});
    connect(m_request.get(), &Request::finished, this, &ProtocolSearch::judge);
}

void ProtocolSearch::judge() {
    const std::unique_ptr<Request, void (*)(Request *)> request(
        m_request.release(), [](Request *done) { done->deleteLater(); }); // its signal brought us here
    m_figures.addMessages(request->figures());
    const bool isAuth = !m_auth;
    const QString name = isAuth ? Credential::name(m_plan.auths.at(m_at)) : Credential::name(m_plan.privs.at(m_at));
    const bool isAccepted = request->ending() == Ending::Whole || request->ending() == Ending::AgentError;
    const QPointer<ProtocolSearch> self(this);
    emit tested(name, isAccepted);
    if (!self || hasEnded())
        return;
    if (isAccepted) { // whatever it says of the object
        if (isAuth)
            m_auth = m_plan.auths.at(m_at);
        else
            m_priv = m_plan.privs.at(m_at);
        m_at = 0;
        return next();
    }
    if (request->failure() && request->failure()->kind() == Failure::Kind::WrongDigest)
        m_sawWrongDigest = true;
    const bool isNothing = request->ending() == Ending::Refused || request->ending() == Ending::Closed
        || (request->failure() && request->failure()->kind() == Failure::Kind::UnknownUser);
    // Silence before the device has said who it is: no one is there.
    const bool isSilent = request->ending() == Ending::Timeout && m_session->engineId().isEmpty();
    if (isNothing || isSilent)
        return end(*request->ending(), request->failure());
    ++m_at;
    next();
}

} // namespace walkabout
