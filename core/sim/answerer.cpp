// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/answerer.h"

#include "core/sim/messagesize.h"

#include <algorithm>

namespace walkabout {

namespace {

// A GETBULK is never obliged to give all it was asked for: what keeps one answer within a few milliseconds of work.
constexpr qsizetype MostOfABulk = 4000;

// RFC 3584 4.4.
ErrorStatus inV1(ErrorStatus status) {
    switch (status) {
    case ErrorStatus::WrongValue:
    case ErrorStatus::WrongEncoding:
    case ErrorStatus::WrongType:
    case ErrorStatus::WrongLength:
    case ErrorStatus::InconsistentValue: return ErrorStatus::BadValue;
    case ErrorStatus::NoAccess:
    case ErrorStatus::NotWritable:
    case ErrorStatus::NoCreation:
    case ErrorStatus::InconsistentName:
    case ErrorStatus::AuthorizationError: return ErrorStatus::NoSuchName;
    case ErrorStatus::ResourceUnavailable:
    case ErrorStatus::CommitFailed:
    case ErrorStatus::UndoFailed: return ErrorStatus::GenErr;
    default: return status;
    }
}

} // namespace

Answerer::Answerer(AgentData &data, const Message &request, qsizetype room)
    : m_data(data)
    , m_request(request)
    , m_room(room - MessageSize::around(request)) {}

Message Answerer::whole(const VarBinds &varBinds) const {
    if (MessageSize::of(varBinds) > m_room)
        return error(ErrorStatus::TooBig, 0);
    Message response;
    response.version = m_request.version;
    response.pdu = Pdu::Response;
    response.requestId = m_request.requestId;
    response.varBinds = varBinds;
    return response;
}

Message Answerer::error(ErrorStatus status, int index) const {
    const bool isV1 = m_request.version == Version::V1;
    Message response;
    response.version = m_request.version;
    response.pdu = Pdu::Response;
    response.requestId = m_request.requestId;
    response.errorStatus = int(isV1 ? inV1(status) : status);
    response.errorIndex = index;
    // RFC 3416 4.2: tooBig comes with an empty list, every other error with the request's own.
    if (isV1 || status != ErrorStatus::TooBig)
        response.varBinds = m_request.varBinds;
    return response;
}

Message Answerer::get() {
    VarBinds varBinds;
    for (qsizetype i = 0; i < m_request.varBinds.size(); ++i) {
        const Oid &oid = m_request.varBinds[i].oid;
        const Value value = m_data.get(oid);
        const bool hidden = value.isException() || value.type() == Value::Type::Counter64;
        if (m_request.version == Version::V1 && hidden)
            return error(ErrorStatus::NoSuchName, int(i) + 1);
        varBinds.append({oid, value});
    }
    return whole(varBinds);
}

VarBind Answerer::following(const Oid &oid) const {
    auto found = m_data.next(oid);
    while (found && m_request.version == Version::V1 && found->value.type() == Value::Type::Counter64)
        found = m_data.next(found->oid);
    return found ? *found : VarBind{oid, Value::exception(Value::Type::EndOfMibView)};
}

Message Answerer::next() {
    VarBinds varBinds;
    for (qsizetype i = 0; i < m_request.varBinds.size(); ++i) {
        const VarBind found = following(m_request.varBinds[i].oid);
        if (m_request.version == Version::V1 && found.value.isException())
            return error(ErrorStatus::NoSuchName, int(i) + 1);
        varBinds.append(found);
    }
    return whole(varBinds);
}

// RFC 3416 4.2.3.
Message Answerer::bulk() {
    const qsizetype asked = m_request.varBinds.size();
    const qsizetype single = std::clamp<qsizetype>(m_request.nonRepeaters, 0, asked);
    const qsizetype repeated = asked - single;
    VarBinds varBinds;
    qsizetype size = 0;
    const auto add = [&](const VarBind &varBind) {
        size += MessageSize::of(varBind);
        if (size > m_room)
            return false;
        varBinds.append(varBind);
        return true;
    };
    for (qsizetype i = 0; i < single; ++i) {
        if (!add(following(m_request.varBinds[i].oid)))
            return error(ErrorStatus::TooBig, 0);
    }
    QList<Oid> at;
    for (qsizetype i = single; i < asked; ++i)
        at.append(m_request.varBinds[i].oid);
    bool ended = repeated == 0;
    for (int repetition = 0; repetition < m_request.maxRepetitions && !ended && varBinds.size() < MostOfABulk;
         ++repetition) {
        ended = true;
        for (Oid &oid : at) {
            const VarBind found = following(oid);
            if (!add(found))
                return varBinds.isEmpty() ? error(ErrorStatus::TooBig, 0) : whole(varBinds);
            ended = ended && found.value.isException();
            oid = found.oid;
        }
    }
    return whole(varBinds);
}

Message Answerer::set(bool mayWrite) {
    if (MessageSize::of(m_request.varBinds) > m_room)
        return error(ErrorStatus::TooBig, 0);
    if (!mayWrite)
        return error(ErrorStatus::NoAccess, m_request.varBinds.isEmpty() ? 0 : 1);
    const AgentData::SetResult result = m_data.set(m_request.varBinds);
    if (result.status != ErrorStatus::NoError)
        return error(result.status, result.index);
    return whole(m_request.varBinds);
}

} // namespace walkabout
