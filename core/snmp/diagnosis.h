// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/diagnosisstep.h"
#include "core/snmp/finding.h"
#include "core/snmp/session.h"

#include <QHostAddress>
#include <QMap>

class QHostInfo;

namespace walkabout {

class Probe;
class ProtocolSearch;

/// What is to be found out of which device.
struct DiagnosisPlan {
    Endpoint endpoint;
    std::optional<Credential> credential;
    Bounds bounds; // as the device has them
    Oid object; // what was asked for in vain; empty: nothing in particular
    bool otherVersions = false; // the person said that other versions may be tried
    Secret community; // for v1 and v2c on a device of v3, where the person gave it for that; in clear on the network
    QMap<QString, QByteArray> engines; // engine IDs of other devices, by their names
};

/// Why a device does not answer (design 3.2): tries one thing after the other, says each, and ends Whole with one
/// finding. Says before it begins how many packets it may send. The secrets it sends are those that the device has, in
/// the device's own version, and no others unless the plan says so. Owned by whoever asked; the engine outlives it.
class Diagnosis final : public Operation {
    Q_OBJECT

public:
    Diagnosis(Engine &engine, DiagnosisPlan plan);
    ~Diagnosis() override;
    void cancel() override;

    /// At most so many packets are sent.
    [[nodiscard]] static int packets(const DiagnosisPlan &plan);
    /// After it has ended whole.
    [[nodiscard]] const Finding &finding() const { return m_finding; }

signals:
    /// From the event loop; any slot may delete this.
    void stepped(const walkabout::DiagnosisStep &step);

private:
    using Then = void (Diagnosis::*)(const Request &request);

    void begin() override;
    // the way there (diagnosis.cpp)
    void found(const QHostInfo &info);
    void askAddress();
    void addressAsked(const Request &request);
    void probe();
    void probed();
    void nextAddress(Finding::Cause cause, QStringList arguments);
    void askVersion();
    void versionAsked(const Request &request);

    // who asks (diagnosisuser.cpp)
    void judgeUser(const Failure &failure);
    void silentContextTried(const Request &request);
    void engineTried(const Request &request);
    void levelTried(const Request &request);
    void authTried(const Request &request);
    void search(bool auths, bool privs);
    void searched();

    // what is asked for (diagnosisview.cpp)
    void lookAround(const Request &request);
    void objectAsked(const Request &request);
    void objectGot(const Request &request);
    void hidden();
    void contextTried(const Request &request);
    void askLarge();
    void largeAsked(const Request &request);
    void finishWell();

    /// One question in a session of its own; ends in `then`.
    void ask(const std::optional<Credential> &credential, Then then,
        const std::function<std::unique_ptr<Request>(Session &)> &question);
    void askUpTime(const std::optional<Credential> &credential, Then then);
    /// false: a slot deleted this.
    [[nodiscard]] bool say(const DiagnosisStep &step);
    void conclude(Finding::Cause cause, QStringList arguments = {}, std::optional<Remedy> remedy = {});
    [[nodiscard]] Endpoint here() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] bool isUser() const { return m_plan.credential->version() == Version::V3; }
    [[nodiscard]] std::optional<Credential> with(SecurityLevel level, bool withContext = true) const;

    Engine &m_engine;
    DiagnosisPlan m_plan;
    Finding m_finding;
    int m_lookup = -1;
    QList<QHostAddress> m_addresses;
    qsizetype m_at = 0;
    std::optional<Finding> m_firstAddress; // what the name's first address came to
    QList<Version> m_versions; // still to be asked
    std::chrono::microseconds m_roundTrip{0};
    QByteArray m_engineId;
    Then m_then = nullptr;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Request> m_request;
    std::unique_ptr<Probe> m_probe;
    std::unique_ptr<ProtocolSearch> m_search;
    bool m_searchesAuth = false;
    bool m_triedContext = false;
    bool m_isRepeated = false; // asked again after the probe was answered
};

} // namespace walkabout
