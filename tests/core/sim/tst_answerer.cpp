// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/answerer.h"
#include "core/sim/messagesize.h"
#include "core/sim/recordedagent.h"

#include <QTest>

using namespace walkabout;

class TestAnswerer final : public QObject {
    Q_OBJECT

private slots:
    void getsWithExceptionsInV2();
    void getsWithNoSuchNameInV1();
    void hidesCounter64FromV1();
    void endsTheViewByVersion();
    void bulksNonRepeatersThenRepetitions();
    void givesFewerRepetitionsWhereTheyDoNotFit();
    void saysTooBigWhereNothingFits();
    void setsByTypeAllOrNothing();
    void mapsSetErrorsForV1();
    void refusesWritesToReaders();
    void staysAtItsPlaceWhileItWalks();

private:
    static Message request(Pdu pdu, const QList<Oid> &oids, Version version = Version::V2c);
};

namespace {

const Oid descr{1, 3, 6, 1, 2, 1, 2, 2, 1, 2};
const Oid octets64{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 6};
constexpr qsizetype Udp = 65'507;

RecordedAgent agent() {
    return RecordedAgent(Recording({{descr + 1, Value::octets("one")}, {descr + 2, Value::octets("two")},
        {descr + 3, Value::octets("three")}, {octets64 + 1, Value::counter64(1)}, {octets64 + 2, Value::counter64(2)},
        {{1, 3, 6, 1, 9, 0}, Value::integer(9)}}));
}

} // namespace

Message TestAnswerer::request(Pdu pdu, const QList<Oid> &oids, Version version) {
    Message message;
    message.version = version;
    message.pdu = pdu;
    message.requestId = 77;
    for (const Oid &oid : oids)
        message.varBinds.append({oid, Value()});
    return message;
}

void TestAnswerer::getsWithExceptionsInV2() {
    auto data = agent();
    const Message asked = request(Pdu::Get, {descr + 1, descr + 9, {1, 3, 6, 1, 77, 0}});
    const Message answer = Answerer(data, asked, Udp).get();
    QCOMPARE(answer.pdu, Pdu::Response);
    QCOMPARE(answer.requestId, 77);
    QCOMPARE(answer.errorStatus, 0);
    QCOMPARE(answer.varBinds[0].value, Value::octets("one"));
    QCOMPARE(answer.varBinds[1].value.type(), Value::Type::NoSuchInstance);
    QCOMPARE(answer.varBinds[2].value.type(), Value::Type::NoSuchObject);
}

void TestAnswerer::getsWithNoSuchNameInV1() {
    auto data = agent();
    const Message asked = request(Pdu::Get, {descr + 1, descr + 9}, Version::V1);
    const Message answer = Answerer(data, asked, Udp).get();
    QCOMPARE(answer.errorStatus, int(ErrorStatus::NoSuchName));
    QCOMPARE(answer.errorIndex, 2);
    QCOMPARE(answer.varBinds, asked.varBinds);
}

void TestAnswerer::hidesCounter64FromV1() {
    auto data = agent();
    const Message get = request(Pdu::Get, {octets64 + 1}, Version::V1);
    QCOMPARE(Answerer(data, get, Udp).get().errorStatus, int(ErrorStatus::NoSuchName));
    const Message next = request(Pdu::GetNext, {descr + 3}, Version::V1);
    QCOMPARE(Answerer(data, next, Udp).next().varBinds[0].oid, Oid({1, 3, 6, 1, 9, 0}));
    const Message next2 = request(Pdu::GetNext, {descr + 3});
    QCOMPARE(Answerer(data, next2, Udp).next().varBinds[0].oid, octets64 + 1);
}

void TestAnswerer::endsTheViewByVersion() {
    auto data = agent();
    const Oid last{1, 3, 6, 1, 9, 0};
    const Message v2 = request(Pdu::GetNext, {last});
    QCOMPARE(Answerer(data, v2, Udp).next().varBinds, VarBinds({{last, Value::exception(Value::Type::EndOfMibView)}}));
    const Message v1 = request(Pdu::GetNext, {last}, Version::V1);
    QCOMPARE(Answerer(data, v1, Udp).next().errorStatus, int(ErrorStatus::NoSuchName));
    QCOMPARE(Answerer(data, v1, Udp).next().errorIndex, 1);
}

void TestAnswerer::bulksNonRepeatersThenRepetitions() {
    auto data = agent();
    Message asked = request(Pdu::GetBulk, {{1, 3, 6, 1, 2, 1, 2}, descr, octets64});
    asked.nonRepeaters = 1;
    asked.maxRepetitions = 2;
    const Message answer = Answerer(data, asked, Udp).bulk();
    QList<Oid> oids;
    for (const VarBind &varBind : answer.varBinds)
        oids.append(varBind.oid);
    QCOMPARE(oids, QList<Oid>({descr + 1, descr + 1, octets64 + 1, descr + 2, octets64 + 2}));
    asked.nonRepeaters = -3;
    asked.maxRepetitions = -1;
    QCOMPARE(Answerer(data, asked, Udp).bulk().varBinds.size(), 0);
    asked.maxRepetitions = 2'000'000'000; // ends with a row of endOfMibView, not later
    QCOMPARE(Answerer(data, asked, Udp).bulk().varBinds.last().value.type(), Value::Type::EndOfMibView);
    QVERIFY(Answerer(data, asked, Udp).bulk().varBinds.size() <= 3 * 7);
}

void TestAnswerer::givesFewerRepetitionsWhereTheyDoNotFit() {
    VarBinds many;
    for (Oid::Part i = 1; i <= 200; ++i)
        many.append({descr + i, Value::octets(QByteArray(100, 'x'))});
    RecordedAgent data{Recording(many)};
    Message asked = request(Pdu::GetBulk, {descr});
    asked.maxRepetitions = 200;
    constexpr qsizetype Room = 1400;
    const Message answer = Answerer(data, asked, Room).bulk();
    QCOMPARE(answer.errorStatus, 0);
    QVERIFY(answer.varBinds.size() >= 8 && answer.varBinds.size() <= 11);
    QVERIFY(MessageSize::of(answer.varBinds) + MessageSize::around(asked) <= Room);
}

void TestAnswerer::saysTooBigWhereNothingFits() {
    RecordedAgent data{Recording({{descr + 1, Value::octets(QByteArray(500, 'x'))}})};
    Message bulk = request(Pdu::GetBulk, {descr});
    bulk.maxRepetitions = 5;
    QCOMPARE(Answerer(data, bulk, 300).bulk().errorStatus, int(ErrorStatus::TooBig));
    const Message get = request(Pdu::Get, {descr + 1});
    const Message answer = Answerer(data, get, 300).get();
    QCOMPARE(answer.errorStatus, int(ErrorStatus::TooBig));
    QCOMPARE(answer.errorIndex, 0);
    QVERIFY(answer.varBinds.isEmpty());
    const Message v1 = request(Pdu::Get, {descr + 1}, Version::V1);
    QCOMPARE(Answerer(data, v1, 300).get().varBinds, v1.varBinds);
}

void TestAnswerer::setsByTypeAllOrNothing() {
    auto data = agent();
    Message set = request(Pdu::Set, {descr + 1, descr + 2});
    set.varBinds[0].value = Value::octets("uno");
    set.varBinds[1].value = Value::integer(2);
    const Message refused = Answerer(data, set, Udp).set(true);
    QCOMPARE(refused.errorStatus, int(ErrorStatus::WrongType));
    QCOMPARE(refused.errorIndex, 2);
    QCOMPARE(data.get(descr + 1), Value::octets("one"));
    set.varBinds[1].value = Value::octets("due");
    QCOMPARE(Answerer(data, set, Udp).set(true).errorStatus, 0);
    QCOMPARE(data.get(descr + 1), Value::octets("uno"));
    QCOMPARE(data.get(descr + 2), Value::octets("due"));
    set.varBinds[0].oid = descr + 9;
    QCOMPARE(Answerer(data, set, Udp).set(true).errorStatus, int(ErrorStatus::NoCreation));
}

void TestAnswerer::mapsSetErrorsForV1() {
    auto data = agent();
    Message set = request(Pdu::Set, {descr + 1}, Version::V1);
    set.varBinds[0].value = Value::integer(2);
    QCOMPARE(Answerer(data, set, Udp).set(true).errorStatus, int(ErrorStatus::BadValue));
    set.varBinds[0].oid = descr + 9;
    QCOMPARE(Answerer(data, set, Udp).set(true).errorStatus, int(ErrorStatus::NoSuchName));
}

void TestAnswerer::refusesWritesToReaders() {
    auto data = agent();
    Message set = request(Pdu::Set, {descr + 1});
    set.varBinds[0].value = Value::octets("uno");
    QCOMPARE(Answerer(data, set, Udp).set(false).errorStatus, int(ErrorStatus::NoAccess));
    set.version = Version::V1;
    QCOMPARE(Answerer(data, set, Udp).set(false).errorStatus, int(ErrorStatus::NoSuchName));
    QCOMPARE(data.get(descr + 1), Value::octets("one"));
}

void TestAnswerer::staysAtItsPlaceWhileItWalks() {
    const auto data = agent();
    QCOMPARE(data.next(descr + 1)->oid, descr + 2);
    QCOMPARE(data.next(descr + 2)->oid, descr + 3);
    QCOMPARE(data.next(descr + 1)->oid, descr + 2);
    QCOMPARE(data.next(Oid{1})->oid, descr + 1);
    QVERIFY(!data.next(Oid{1, 3, 6, 1, 9, 0}));
    QVERIFY(!data.next(Oid{2}));
}

QTEST_GUILESS_MAIN(TestAnswerer)
#include "tst_answerer.moc"
