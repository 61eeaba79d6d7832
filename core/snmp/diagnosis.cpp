// SPDX-License-Identifier: GPL-3.0-or-later
// The way to the device: its name, its addresses, its port, where answers come from, which version.
#include "core/snmp/diagnosis.h"

#include "core/snmp/addressorder_p.h"
#include "core/snmp/probe_p.h"
#include "core/snmp/protocolsearch.h"

#include <QHostInfo>
#include <QPointer>

#include <algorithm>

namespace walkabout {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid sysUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};
constexpr qsizetype MostAddresses = 4;
constexpr Bounds Patience{3000ms, 1}; // the session's deadline adapts; slow is told from silent
constexpr int PacketsOfAQuestion = 2 * (1 + Patience.retries); // discovery and question
constexpr int Questions = 7; // object twice, context, level, engine, large, and one with less

} // namespace

Diagnosis::Diagnosis(Engine &engine, DiagnosisPlan plan)
    : m_engine(engine)
    , m_plan(std::move(plan)) {
    qRegisterMetaType<DiagnosisStep>();
    beginSoon();
}

Diagnosis::~Diagnosis() {
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

int Diagnosis::packets(const DiagnosisPlan &plan) {
    const bool isName = QHostAddress(plan.endpoint.host).isNull();
    const bool isUser = plan.credential && plan.credential->version() == Version::V3;
    const int perQuestion = isUser ? PacketsOfAQuestion : 1 + Patience.retries;
    int most = (isName ? int(MostAddresses) : 1) * (2 * perQuestion + 2 * Probe::Packets) + Questions * perQuestion;
    if (isUser)
        most += (6 + 6) * 4; // every protocol
    if (plan.otherVersions)
        most += 2 * PacketsOfAQuestion;
    return most;
}

void Diagnosis::cancel() {
    m_request.reset();
    m_probe.reset();
    m_search.reset();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    abandon();
}

bool Diagnosis::say(const DiagnosisStep &step) {
    const QPointer<Diagnosis> self(this);
    emit stepped(step);
    return self && !hasEnded();
}

void Diagnosis::conclude(Finding::Cause cause, QStringList arguments, std::optional<Remedy> remedy) {
    m_finding = {cause, std::move(arguments), std::move(remedy)};
    end(Ending::Whole);
}

Endpoint Diagnosis::here() const {
    Endpoint endpoint = m_plan.endpoint;
    endpoint.host = m_addresses.at(m_at).toString();
    return endpoint;
}

QString Diagnosis::place() const { return here().toString(); }

void Diagnosis::ask(const std::optional<Credential> &credential, Then then,
    const std::function<std::unique_ptr<Request>(Session &)> &question) {
    m_then = then;
    m_request.reset();
    Bounds bounds = Patience;
    bounds.timeout = std::max(bounds.timeout, m_plan.bounds.timeout);
    m_session = std::make_unique<Session>(m_engine, here(), *credential, bounds);
    m_request = question(*m_session);
    connect(m_request.get(), &Request::finished, this, [this] {
        const std::unique_ptr<Request, void (*)(Request *)> request(
            m_request.release(), [](Request *done) { done->deleteLater(); }); // its signal brought us here
        m_figures.addMessages(request->figures());
        if (!m_session->engineId().isEmpty())
            m_engineId = m_session->engineId();
        if (!hasEnded())
            (this->*m_then)(*request);
    });
}

void Diagnosis::askUpTime(const std::optional<Credential> &credential, Then then) {
    ask(credential, then, [](Session &session) { return session.get({sysUpTime}); });
}

void Diagnosis::begin() {
    const QHostAddress literal(m_plan.endpoint.host);
    if (!literal.isNull()) {
        m_addresses = {literal};
        return askAddress();
    }
    m_lookup = QHostInfo::lookupHost(m_plan.endpoint.host, this, [this](const QHostInfo &info) { found(info); });
}

void Diagnosis::found(const QHostInfo &info) {
    m_lookup = -1;
    m_addresses = inAskingOrder(info.addresses(), m_plan.endpoint);
    if (m_addresses.isEmpty()) {
        if (say({DiagnosisStep::What::Lookup, {m_plan.endpoint.host},
                Failure(Failure::Kind::UnknownHost, {m_plan.endpoint.host}), {}}))
            conclude(Finding::Cause::UnknownHost, {m_plan.endpoint.host});
        return;
    }
    m_addresses = m_addresses.first(std::min(m_addresses.size(), MostAddresses));
    QStringList words{m_plan.endpoint.host};
    for (const QHostAddress &address : std::as_const(m_addresses))
        words += address.toString();
    if (say({DiagnosisStep::What::Lookup, std::move(words), {}, {}}))
        askAddress();
}

void Diagnosis::askAddress() { askUpTime(m_plan.credential, &Diagnosis::addressAsked); }

void Diagnosis::addressAsked(const Request &request) {
    const auto ending = *request.ending();
    const auto &failure = request.failure();
    const bool isThere = ending == Ending::Whole || ending == Ending::AgentError;
    m_roundTrip = request.figures().roundTrip;
    if (!say({DiagnosisStep::What::Ask, {place()}, isThere ? std::nullopt : failure, m_roundTrip}))
        return;
    if (isThere && m_firstAddress) {
        Remedy remedy;
        remedy.host = m_addresses.at(m_at).toString();
        return conclude(Finding::Cause::OtherAddress, {m_addresses.at(m_at).toString()}, remedy);
    }
    if (isThere)
        return lookAround(request);
    switch (ending) {
    case Ending::Refused:
        if (failure && failure->kind() == Failure::Kind::Refused)
            return nextAddress(Finding::Cause::Refused, {place()});
        return nextAddress(Finding::Cause::Unreachable, {place(), failure ? failure->arguments().value(1) : QString()});
    case Ending::Malformed:
        return conclude(Finding::Cause::Malformed, {place(), failure ? failure->arguments().value(1) : QString()});
    case Ending::Authentication: return judgeUser(*failure);
    case Ending::Timeout:
        if (!m_engineId.isEmpty())
            return judgeUser(*failure);
        if (m_plan.endpoint.transport == Endpoint::Transport::Tcp)
            return nextAddress(Finding::Cause::Silent, {place()});
        return probe();
    default: return conclude(Finding::Cause::Other, {failure ? failure->text() : endingName(ending)});
    }
}

// Perhaps it answers from elsewhere: a connected socket never hears that.
void Diagnosis::probe() {
    Message question;
    question.version = m_plan.credential->version();
    question.pdu = Pdu::Get;
    if (!isUser()) {
        question.community = m_plan.credential->community();
        question.varBinds = {{sysUpTime, Value()}};
    }
    m_probe = std::make_unique<Probe>(m_engine, question, m_addresses.at(m_at), m_plan.endpoint.port, 2000ms);
    connect(m_probe.get(), &Probe::finished, this, &Diagnosis::probed);
}

void Diagnosis::probed() {
    const auto answer = m_probe->answer();
    m_figures.requests += m_probe->sent();
    m_probe.release()->deleteLater(); // its signal brought us here
    QStringList words{place()};
    QString from;
    if (answer) {
        Endpoint source = here();
        source.host = answer->address.toString();
        source.port = answer->port;
        from = source.toString();
        words += from;
    }
    if (!say({DiagnosisStep::What::Probe, std::move(words), {}, {}}))
        return;
    if (!answer)
        return nextAddress(Finding::Cause::Silent, {place()});
    if (answer->address.isEqual(m_addresses.at(m_at)) && answer->port == m_plan.endpoint.port)
        return std::exchange(m_isRepeated, true) ? conclude(Finding::Cause::Lossy, {place()}) : askAddress();
    std::optional<Remedy> remedy;
    if (answer->port == m_plan.endpoint.port) {
        remedy.emplace();
        remedy->host = answer->address.toString();
    }
    conclude(Finding::Cause::OtherSource, {place(), from}, remedy);
}

void Diagnosis::nextAddress(Finding::Cause cause, QStringList arguments) {
    if (!m_firstAddress)
        m_firstAddress = Finding{cause, std::move(arguments), {}};
    if (m_at + 1 < m_addresses.size()) {
        ++m_at;
        return askAddress();
    }
    m_at = 0;
    if (m_firstAddress->cause != Finding::Cause::Silent || !m_plan.otherVersions)
        return conclude(m_firstAddress->cause, m_firstAddress->arguments);
    const bool hasCommunity = !isUser() || !m_plan.community.isEmpty();
    for (const Version version : {Version::V2c, Version::V1, Version::V3}) {
        if (version != m_plan.credential->version() && (version == Version::V3 || hasCommunity))
            m_versions.append(version);
    }
    askVersion();
}

// In v3 a user that no one has: it is the report that counts, and nothing secret is sent.
void Diagnosis::askVersion() {
    if (m_versions.isEmpty())
        return conclude(m_firstAddress->cause, m_firstAddress->arguments);
    if (m_versions.first() == Version::V3) {
        Credential::User nobody;
        nobody.name = "walkabout-discovery";
        nobody.level = SecurityLevel::NoAuthNoPriv;
        const auto credential = Credential::user(nobody);
        return askUpTime(*credential, &Diagnosis::versionAsked);
    }
    askUpTime(Credential::community(m_versions.first(), isUser() ? m_plan.community : m_plan.credential->community()),
        &Diagnosis::versionAsked);
}

void Diagnosis::versionAsked(const Request &request) {
    const Version version = m_versions.takeFirst();
    const auto ending = *request.ending();
    const bool isThere = ending == Ending::Whole || ending == Ending::AgentError
        || (version == Version::V3 && !m_session->engineId().isEmpty());
    if (!say({DiagnosisStep::What::Version, {Credential::name(version)}, isThere ? std::nullopt : request.failure(),
            request.figures().roundTrip}))
        return;
    if (!isThere)
        return askVersion();
    Remedy remedy;
    remedy.version = version;
    conclude(Finding::Cause::OtherVersion, {Credential::name(version)}, remedy);
}

} // namespace walkabout
