// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/groupresult.h"
#include "tests/support/fakeagent.h"
#include "tests/support/madelibrary.h"

#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What several devices answer to one query, each kept by itself.
class TestGroupResult final : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatEachDeviceAnsweredAndHowItEnded() {
        const Device one = named(u"one"_s);
        const Device two = named(u"two"_s);
        GroupResult result({one, two});
        QSignalSpy grew(&result, &GroupResult::grew);
        QSignalSpy ended(&result, &GroupResult::ended);
        result.append(two.id, {{{1, 3, 1}, Value::gauge32(1)}, {{1, 3, 2}, Value::gauge32(2)}});
        result.append(one.id, {{{1, 3, 1}, Value::gauge32(7)}});
        result.append(two.id, {{{1, 3, 3}, Value::gauge32(3)}});
        QCOMPARE(grew.size(), 3);
        QCOMPARE(grew.last(), (QVariantList{1, 2, 2}));
        QCOMPARE(result.at(0).store->at(0).value, Value::gauge32(7));
        QCOMPARE(result.at(1).store->at(2).value, Value::gauge32(3));
        QCOMPARE(result.varBinds(), 4);
        result.end(two.id, {Ending::Whole, {}, {}, {}});
        result.end(two.id, {Ending::Timeout, {}, {}, {}}); // it has ended
        result.end(one.id, {{}, Failure(Failure::Kind::NoSecret), {}, {}});
        QCOMPARE(ended.size(), 2);
        QCOMPARE(result.at(1).outcome->ending, Ending::Whole);
        QCOMPARE(result.whole(), 1);
        QCOMPARE(result.failed(), 1);
    }

    void whatIsNotOfTheGroupIsLeftOut() {
        GroupResult result({named(u"one"_s)});
        result.append(QUuid::createUuid(), {{{1, 3, 1}, Value::gauge32(1)}});
        result.end(QUuid::createUuid(), {Ending::Whole, {}, {}, {}});
        QCOMPARE(result.varBinds(), 0);
        QCOMPARE(result.whole(), 0);
    }

    void followsAGroupOfAnAnsweringASilentAndARefusingDevice() {
        FakeAgent answering(m_engine);
        FakeAgent silent(m_engine, FakeAgent::Silent);
        FakeAgent refusing(m_engine);
        const QList<Device> devices{
            named(u"answering"_s, &answering), named(u"silent"_s, &silent), named(u"refusing"_s, &refusing)};
        refusing.stopListening();
        QList<GroupRead::Member> members;
        for (const Device &device : devices)
            members.append({device, {Secret("public"), {}, {}, {}}});
        Query query;
        query.verb = Verb::Walk;
        query.objects = {u"1.3.6.1.2.1.1"_s};
        GroupRead group(m_engine, madeLibrary(), query, members);
        GroupResult result(devices);
        result.follow(group);
        QSignalSpy finished(&group, &GroupRead::finished);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(result.at(0).outcome->ending, Ending::Whole);
        QCOMPARE(result.at(0).store->size(), 7);
        QCOMPARE(result.at(0).outcome->lastOid, (Oid{1, 3, 6, 1, 2, 1, 1, 7, 0}));
        QCOMPARE(result.at(1).outcome->ending, Ending::Timeout);
        QCOMPARE(result.at(2).outcome->ending, Ending::Refused);
        QCOMPARE(result.whole(), 1);
        QCOMPARE(result.failed(), 2);
    }

private:
    static Device named(const QString &name, const FakeAgent *agent = nullptr) {
        Device device;
        device.name = name;
        if (agent)
            device.endpoint = agent->endpoint();
        device.bounds = {200ms, 2};
        return device;
    }

    Engine m_engine;
};

QTEST_GUILESS_MAIN(TestGroupResult)
#include "tst_groupresult.moc"
