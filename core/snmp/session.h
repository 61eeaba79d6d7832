// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/snmp/credential.h"
#include "core/snmp/endpoint.h"
#include "core/snmp/request.h"
#include "core/snmp/tableread.h"
#include "core/snmp/traffic.h"
#include "core/snmp/walk.h"

namespace walkabout {

class Engine;
class Tuner;

/// The bounds of an exchange, as net-snmp counts them.
struct Bounds {
    std::chrono::milliseconds timeout{1000}; // the ceiling of one try
    int retries = 5; // resends after the first try; a SET has none

    friend bool operator==(const Bounds &, const Bounds &) = default;
};

/// One device, one credential: one socket in the event loop (design 3.4). Owns its socket, not its operations. Nothing
/// it does blocks: the name is looked up, the connection made, the keys derived and the SNMPv3 engine discovered when
/// the first operation needs them. The engine outlives it. Ends of its operations: see Ending.
class Session final : public QObject {
    Q_OBJECT

public:
    Session(
        Engine &engine, const Endpoint &endpoint, Credential credential, Bounds bounds = {}, QObject *parent = nullptr);
    /// Over a socket that the caller made: a test's pair in memory. The endpoint is what failures name.
    Session(Engine &engine, const Endpoint &endpoint, std::unique_ptr<Socket> socket, Credential credential,
        Bounds bounds = {});
    /// Operations that still run end Closed.
    ~Session() override;

    [[nodiscard]] const Endpoint &endpoint() const;
    [[nodiscard]] Version version() const;
    /// Of the SNMPv3 engine that answers; empty: it has not answered yet.
    [[nodiscard]] QByteArray engineId() const;
    /// Names it among the sessions of its engine: Event::source.
    [[nodiscard]] quint64 number() const;

    [[nodiscard]] std::unique_ptr<Request> get(const QList<Oid> &objects, const Scope &scope = {});
    [[nodiscard]] std::unique_ptr<Request> next(const QList<Oid> &objects, const Scope &scope = {});
    /// In v1, which has no GETBULK, a GETNEXT.
    [[nodiscard]] std::unique_ptr<Request> bulk(
        const QList<Oid> &objects, int nonRepeaters, int maxRepetitions, const Scope &scope = {});
    [[nodiscard]] std::unique_ptr<Request> set(const VarBinds &varBinds, const Scope &scope = {});
    /// Ends with its acknowledgement (RFC 3416 4.2.7), and is sent again like any question.
    [[nodiscard]] std::unique_ptr<Request> inform(const VarBinds &varBinds, const Scope &scope = {});
    /// Sent once and never answered: ends Whole where it left and nothing refused it. In SNMPv3 its sender is the
    /// authority (RFC 3414 1.5.1): the credential's engine ID is the engine's own.
    [[nodiscard]] std::unique_ptr<Request> trap(const VarBinds &varBinds, const Scope &scope = {});
    /// In v1. A null agent address becomes the one that it leaves from.
    [[nodiscard]] std::unique_ptr<Request> trap(const TrapHeadV1 &head, const VarBinds &varBinds);
    [[nodiscard]] std::unique_ptr<Walk> walk(WalkPlan plan, const Scope &scope = {});
    [[nodiscard]] std::unique_ptr<TableRead> table(TablePlan plan, const Scope &scope = {});

    /// SNMPv3 keys, made when the first operation needs them.
    [[nodiscard]] bool hasKeys() const;
    /// The scoped PDU of an encrypted message of this session's user in clear, whichever engine it names; nullopt: not
    /// with this session's keys. They stay here.
    [[nodiscard]] std::optional<QByteArray> decrypted(QByteArrayView message) const;

signals:
    /// Every datagram or framed message, both ways.
    void traffic(const walkabout::Traffic &traffic);

private:
    friend class Request;
    friend class Walk;
    friend class TableRead;
    friend class Exchange;
    [[nodiscard]] Message question(Pdu pdu, VarBinds varBinds, const Scope &scope) const;
    [[nodiscard]] std::unique_ptr<Request> request(Message message);
    [[nodiscard]] Tuner &tuner();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace walkabout
