// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/session.h"

#include "core/snmp/codec_p.h"
#include "core/snmp/decryption_p.h"
#include "core/snmp/session_p.h"

namespace walkabout {

namespace {

VarBinds unread(const QList<Oid> &objects) {
    VarBinds result;
    result.reserve(objects.size());
    for (const Oid &oid : objects)
        result.append({oid, Value()});
    return result;
}

} // namespace

Session::Session(Engine &engine, const Endpoint &endpoint, Credential credential, Bounds bounds, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, engine, new Link(endpoint), endpoint, std::move(credential), bounds)) {}

Session::Session(
    Engine &engine, const Endpoint &endpoint, std::unique_ptr<Socket> socket, Credential credential, Bounds bounds)
    : d(std::make_unique<Private>(
        *this, engine, new Link(endpoint, std::move(socket)), endpoint, std::move(credential), bounds)) {}

Session::~Session() = default;

const Endpoint &Session::endpoint() const { return d->endpoint; }

QByteArray Session::engineId() const { return d->engineId(); }

quint64 Session::number() const { return d->number; }

Version Session::version() const { return d->credential.version(); }

Tuner &Session::tuner() { return d->tuner; }

Message Session::question(Pdu pdu, VarBinds varBinds, const Scope &scope) const {
    Message message;
    message.version = version();
    message.pdu = pdu;
    message.varBinds = std::move(varBinds);
    if (message.version == Version::V3) {
        message.v3.contextName = scope.contextName.isEmpty() ? d->credential.user().contextName : scope.contextName;
        message.v3.contextEngineId = scope.contextEngineId;
    } else {
        message.community = d->credential.community();
    }
    return message;
}

std::unique_ptr<Request> Session::request(Message message) {
    return std::unique_ptr<Request>(new Request(this, std::move(message)));
}

std::unique_ptr<Request> Session::get(const QList<Oid> &objects, const Scope &scope) {
    return request(question(Pdu::Get, unread(objects), scope));
}

std::unique_ptr<Request> Session::next(const QList<Oid> &objects, const Scope &scope) {
    return request(question(Pdu::GetNext, unread(objects), scope));
}

std::unique_ptr<Request> Session::bulk(
    const QList<Oid> &objects, int nonRepeaters, int maxRepetitions, const Scope &scope) {
    if (version() == Version::V1)
        return next(objects, scope);
    Message message = question(Pdu::GetBulk, unread(objects), scope);
    message.nonRepeaters = nonRepeaters;
    message.maxRepetitions = maxRepetitions;
    return request(std::move(message));
}

std::unique_ptr<Request> Session::set(const VarBinds &varBinds, const Scope &scope) {
    return request(question(Pdu::Set, varBinds, scope));
}

std::unique_ptr<Request> Session::inform(const VarBinds &varBinds, const Scope &scope) {
    return request(question(Pdu::Inform, varBinds, scope));
}

std::unique_ptr<Request> Session::trap(const VarBinds &varBinds, const Scope &scope) {
    return request(question(Pdu::TrapV2, varBinds, scope));
}

std::unique_ptr<Request> Session::trap(const TrapHeadV1 &head, const VarBinds &varBinds) {
    Message message = question(Pdu::TrapV1, varBinds, {});
    message.trapV1 = head;
    return request(std::move(message));
}

std::unique_ptr<Walk> Session::walk(WalkPlan plan, const Scope &scope) {
    return std::unique_ptr<Walk>(new Walk(this, std::move(plan), scope));
}

std::unique_ptr<TableRead> Session::table(TablePlan plan, const Scope &scope) {
    return std::unique_ptr<TableRead>(new TableRead(this, std::move(plan), scope));
}

bool Session::hasKeys() const { return d->usm() && d->usm()->hasKeys(); }

std::optional<QByteArray> Session::decrypted(QByteArrayView message) const {
    const auto seen = codec::peek(message);
    if (!d->usm() || !seen || seen->level != SecurityLevel::AuthPriv)
        return std::nullopt;
    const auto user = d->usm()->userAt(seen->engineId, seen->user);
    return user ? decryptedPdu(message, *user) : std::nullopt;
}

} // namespace walkabout
