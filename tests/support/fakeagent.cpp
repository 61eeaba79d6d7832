// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"

#include "core/snmp/codec_p.h"

#include <QTimer>

namespace walkabout::test {

using namespace Qt::StringLiterals;

namespace {
const Oid systemGroup{1, 3, 6, 1, 2, 1, 1};
constexpr quint32 EngineTime = 1000;
} // namespace

FakeAgent::FakeAgent(Engine &engine, Habit habit, int argument)
    : m_engine(engine)
    , m_habit(habit)
    , m_argument(argument)
    , m_engineId(QByteArray::fromHex("800000000466616b6531")) {
    for (quint32 i = 1; i <= 7; ++i)
        objects.insert(systemGroup + i + 0, Value::octets("value " + QByteArray::number(i)));
    m_socket.bind(QHostAddress::LocalHost, 0);
    connect(&m_socket, &QUdpSocket::readyRead, this, &FakeAgent::read);
}

Endpoint FakeAgent::endpoint() const { return {Endpoint::Transport::Udp, true, u"127.0.0.1"_s, m_socket.localPort()}; }

std::unique_ptr<Session> FakeAgent::session(Bounds bounds, Version version) const {
    const auto credential = m_user ? *m_user : Credential::community(version, Secret("public"));
    return std::make_unique<Session>(m_engine, endpoint(), credential, bounds);
}

void FakeAgent::setHabit(Habit habit, int argument) {
    m_habit = habit;
    m_argument = argument;
    m_faults = 0;
}

void FakeAgent::addTable(
    const Oid &entry, int columns, int rows, const std::function<bool(int column, int row)> &hole) {
    for (int column = 1; column <= columns; ++column) {
        for (int row = 1; row <= rows; ++row) {
            if (!hole || !hole(column, row))
                objects.insert(entry + quint32(column) + quint32(row), Value::integer(column * 1000 + row));
        }
    }
}

void FakeAgent::read() {
    while (m_socket.hasPendingDatagrams()) {
        QByteArray bytes(m_socket.pendingDatagramSize(), Qt::Uninitialized);
        m_socket.readDatagram(bytes.data(), bytes.size(), &m_from, &m_fromPort);
        if (const auto question = understand(bytes)) {
            ++questions;
            asked.append(*question);
            answer(*question, bytes);
        }
    }
}

void FakeAgent::answer(const Message &question, const QByteArray &bytes) {
    Message answer = response(question);
    switch (m_habit) {
    case Silent: return;
    case Garbage: return sendBytes("no message at all");
    case GarbageFirst:
        sendBytes(QByteArray::fromHex("30820fff0201"));
        sendBytes("no message at all");
        return send(answer);
    case Truncated:
        if (const auto whole = codec::encode(answer, m_engine))
            sendBytes(whole->chopped(m_argument));
        return;
    case WrongRequestId: answer.requestId += 1000; return send(answer);
    case WrongCommunity: answer.community = Secret("other"); return send(answer);
    case Twice: send(answer); return send(answer);
    case Late: QTimer::singleShot(m_argument, this, [this, answer] { send(answer); }); return;
    case LosesAnswers:
        if (m_faults++ < m_argument)
            return;
        return send(answer);
    case Echoes: return sendBytes(bytes);
    case OverLong:
        if (auto whole = codec::encode(answer, m_engine)) {
            (*whole)[1] = char(0x84); // a length of four octets, of what follows by chance
            sendBytes(*whole);
        }
        return;
    case Reboots:
        if (++m_faults == m_argument + 1) {
            m_boots += 1;
            return report(question, {1, 3, 6, 1, 6, 3, 15, 1, 1, 2, 0}, SecurityLevel::AuthNoPriv);
        }
        return send(answer);
    case Storms:
        for (quint32 counter = 1; counter <= 6; ++counter) {
            Message stray = question;
            stray.v3.messageId += 7000;
            report(stray, Oid{1, 3, 6, 1, 6, 3, 15, 1, 1} + counter + 0, SecurityLevel::NoAuthNoPriv);
        }
        return send(answer);
    case ClockMoves:
        if (m_faults++ < m_argument) {
            m_boots += 1;
            return report(question, {1, 3, 6, 1, 6, 3, 15, 1, 1, 2, 0}, SecurityLevel::AuthNoPriv);
        }
        return send(answer);
    case UnknownReport: return report(question, {1, 3, 6, 1, 4, 1, 1, 1, 0}, SecurityLevel::NoAuthNoPriv);
    case NoContext: return report(question, {1, 3, 6, 1, 6, 3, 12, 1, 5, 0}, SecurityLevel::NoAuthNoPriv);
    case Forgets:
        send(answer);
        m_engineId = QByteArray::fromHex("800000000466616b6532");
        m_habit = Honest;
        return;
    default: return send(answer);
    }
}

Message FakeAgent::response(const Message &question) {
    Message answer = question;
    answer.pdu = Pdu::Response;
    const bool isV1 = question.version == Version::V1;
    const auto refuse = [&](ErrorStatus status, qsizetype index) {
        answer.errorStatus = int(status);
        answer.errorIndex = int(index);
        answer.varBinds = question.varBinds;
    };
    if (question.pdu == Pdu::Set) {
        ++changes;
        for (const VarBind &varBind : question.varBinds)
            objects.insert(varBind.oid, varBind.value);
    } else if (question.pdu == Pdu::GetBulk) {
        answer.varBinds = bulk(question);
    } else {
        for (qsizetype i = 0; i < answer.varBinds.size(); ++i) {
            VarBind &varBind = answer.varBinds[i];
            if (question.pdu == Pdu::GetNext)
                varBind = next(varBind.oid, isV1);
            else
                varBind.value = objects.value(varBind.oid, Value::exception(Value::Type::NoSuchInstance));
            if (isV1 && varBind.value.isException()) {
                refuse(ErrorStatus::NoSuchName, i + 1);
                break;
            }
        }
    }
    if (m_habit == TooBig && answer.varBinds.size() > m_argument)
        refuse(ErrorStatus::TooBig, 0);
    if (m_habit == GenErr && question.varBinds.size() >= m_argument)
        refuse(ErrorStatus::GenErr, m_argument);
    if (m_habit == Fails) {
        const Oid &bad = *std::next(objects.keyBegin(), m_argument - 1);
        const auto at = std::ranges::find(answer.varBinds, bad, &VarBind::oid);
        if (at != answer.varBinds.end())
            refuse(ErrorStatus::GenErr, question.pdu == Pdu::GetBulk ? 1 : at - answer.varBinds.begin() + 1);
    }
    if (m_habit == Short)
        answer.varBinds.removeLast();
    if (m_habit == Empty)
        answer.varBinds.clear();
    if (m_habit == CutsRows && answer.varBinds.size() > m_argument)
        answer.varBinds.resize(m_argument);
    return answer;
}

VarBind FakeAgent::next(const Oid &oid, bool isV1) const {
    const auto third = std::next(objects.keyBegin(), 2);
    if (m_habit == Loops && oid == *third)
        return {oid, objects.value(oid)};
    if (m_habit == Decreases && oid == *std::next(objects.keyBegin(), 4))
        return {objects.firstKey(), objects.first()};
    if (m_habit == EndsEarly && oid >= *std::next(objects.keyBegin(), m_argument - 1))
        return {oid, Value::exception(Value::Type::EndOfMibView)};
    if (m_habit == Endless && oid >= objects.lastKey()) {
        const bool isRow = oid.size() > objects.lastKey().size();
        return {objects.lastKey() + (isRow ? oid.last() + 1 : 1), Value::integer(1)};
    }
    const auto found = objects.upperBound(oid);
    if (found == objects.cend())
        return {oid, Value::exception(isV1 ? Value::Type::NoSuchInstance : Value::Type::EndOfMibView)};
    return {found.key(), found.value()};
}

VarBinds FakeAgent::bulk(const Message &question) const {
    VarBinds result;
    VarBinds last = question.varBinds;
    for (int repetition = 0; repetition < std::max(question.maxRepetitions, 1); ++repetition) {
        for (qsizetype i = repetition == 0 ? 0 : question.nonRepeaters; i < last.size(); ++i) {
            if (repetition == 0 && i >= question.nonRepeaters && question.maxRepetitions == 0)
                break;
            last[i] = next(last.at(i).oid, false);
            result.append(last.at(i));
        }
    }
    return result;
}

std::optional<Message> FakeAgent::understand(const QByteArray &bytes) {
    const auto peek = codec::peek(bytes);
    if (!peek)
        return std::nullopt;
    if (peek->version != Version::V3) {
        auto message = codec::decode(bytes, m_engine);
        return message && message->community == Secret("public") ? std::optional(*message) : std::nullopt;
    }
    if (!m_user || m_habit == Silent)
        return std::nullopt;
    if (peek->engineId != m_engineId) {
        Message question;
        question.version = Version::V3;
        question.v3.messageId = peek->messageId;
        question.v3.user = peek->user;
        report(question, {1, 3, 6, 1, 6, 3, 15, 1, 1, 4, 0}, SecurityLevel::NoAuthNoPriv);
        return std::nullopt;
    }
    const auto user = localise(m_keys, m_user->user(), m_engineId);
    auto message = codec::decode(bytes, m_engine, &*user);
    return message ? std::optional(*message) : std::nullopt;
}

void FakeAgent::setUser(const Credential &user) {
    m_user = user;
    m_keys = *deriveKeys(user.user()); // once: it costs milliseconds
}

void FakeAgent::report(const Message &question, const Oid &counter, SecurityLevel level) {
    Message message = question;
    message.pdu = Pdu::Report;
    message.v3.level = level;
    message.v3.reportable = false;
    message.varBinds = {{counter, Value::counter32(1)}};
    send(message);
}

void FakeAgent::send(Message message) {
    if (message.version != Version::V3) {
        if (const auto bytes = codec::encode(message, m_engine))
            sendBytes(*bytes);
        return;
    }
    message.v3.engineId = m_engineId;
    message.v3.engineBoots = m_boots;
    message.v3.engineTime = EngineTime;
    message.v3.reportable = false;
    const auto user = localise(m_keys, m_user->user(), m_engineId);
    if (const auto bytes = codec::encode(message, m_engine, &*user))
        sendBytes(*bytes);
    else
        qWarning() << "the fake agent cannot answer:" << bytes.failure().logText();
}

qsizetype FakeAgent::questionsFor(const Oid &object) const {
    return std::ranges::count_if(asked, [&object](const Message &question) {
        return std::ranges::any_of(
            question.varBinds, [&object](const VarBind &each) { return each.oid.startsWith(object); });
    });
}

void FakeAgent::sendBytes(const QByteArray &bytes) { m_socket.writeDatagram(bytes, m_from, m_fromPort); }

} // namespace walkabout::test
