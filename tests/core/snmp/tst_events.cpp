// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/eventlog.h"
#include "core/snmp/listener.h"
#include "tests/support/fakeagent.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

using Start = std::function<std::unique_ptr<Operation>(Session &)>;

} // namespace

Q_DECLARE_METATYPE(Start)

class TestEvents final : public QObject {
    Q_OBJECT

private slots:
    void everyOperationIsToldOfWithItsAnswer_data();
    void everyOperationIsToldOfWithItsAnswer();
    void silenceIsToldOfWithEveryTry();
    void aReportIsToldOf();
    void anAgentsErrorIsToldOf();
    void whatAListenerHearsIsToldOf();
    void twoSessionsAreToldApart();
    void noOneIsToldAnyMore();
    void theLogHasThemWhileItAsksForEverything();
    void aSlotMayDeleteTheSession();

private:
    QMetaObject::Connection watch() {
        m_seen.clear();
        return connect(&m_engine.events(), &Events::happened, this, [this](const Event &event) { m_seen << event; });
    }
    [[nodiscard]] QStringList names() const {
        QStringList names;
        for (const Event &event : m_seen)
            names << event.name();
        return names;
    }

    Engine m_engine;
    QList<Event> m_seen;
};

void TestEvents::everyOperationIsToldOfWithItsAnswer_data() {
    QTest::addColumn<Start>("start");
    QTest::addColumn<QString>("name");
    QTest::newRow("get") << Start([](Session &s) { return s.get({sysDescr}); }) << u"get"_s;
    QTest::newRow("next") << Start([](Session &s) { return s.next({sysDescr}); }) << u"getnext"_s;
    QTest::newRow("bulk") << Start([](Session &s) { return s.bulk({sysDescr}, 0, 3); }) << u"getbulk"_s;
    QTest::newRow("set") << Start([](Session &s) { return s.set({{sysName, Value::octets("x")}}); }) << u"set"_s;
}

void TestEvents::everyOperationIsToldOfWithItsAnswer() {
    QFETCH(const Start, start);
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto watching = watch();
    const auto operation = start(*session);
    QVERIFY(finishes(*operation));
    QTRY_COMPARE(m_seen.size(), 2);
    QTEST(m_seen[0].name(), "name");
    QCOMPARE(m_seen[1].kind, Event::Kind::Response);
    QCOMPARE(m_seen[0].requestId, agent.asked.first().requestId);
    QCOMPARE(m_seen[1].requestId, m_seen[0].requestId);
    QCOMPARE(m_seen[1].source, session->number());
    QCOMPARE(m_seen[1].peer, agent.endpoint().toString());
    QVERIFY(m_seen[1].varBinds > 0 && m_seen[1].roundTrip > 0us);
    disconnect(watching);
}

void TestEvents::silenceIsToldOfWithEveryTry() {
    FakeAgent agent(m_engine, FakeAgent::Silent);
    const auto session = agent.session({50ms, 2});
    const auto watching = watch();
    const auto operation = session->get({sysDescr});
    QVERIFY(finishes(*operation));
    QTRY_COMPARE(names(), (QStringList{u"get"_s, u"get"_s, u"get"_s, u"timeout"_s}));
    QCOMPARE(m_seen[2].attempt, 3);
    QCOMPARE(m_seen[3].attempt, 3);
    QCOMPARE(m_seen[3].failure, operation->failure());
    disconnect(watching);
}

void TestEvents::aReportIsToldOf() {
    FakeAgent agent(m_engine);
    const auto user = Credential::user({.name = "ada", .level = SecurityLevel::NoAuthNoPriv});
    QVERIFY(user);
    agent.setUser(*user);
    const auto session = std::make_unique<Session>(m_engine, agent.endpoint(), *user, Bounds{200ms, 2});
    const auto watching = watch();
    const auto operation = session->get({sysDescr});
    QVERIFY(finishes(*operation));
    QTRY_COMPARE(names(), (QStringList{u"get"_s, u"report"_s, u"get"_s, u"response"_s}));
    QCOMPARE(m_seen[1].failure->kind(), Failure::Kind::UnknownEngine);
    disconnect(watching);
}

void TestEvents::anAgentsErrorIsToldOf() {
    FakeAgent agent(m_engine, FakeAgent::GenErr, 1);
    const auto session = agent.session();
    const auto watching = watch();
    const auto operation = session->get({sysDescr});
    QVERIFY(finishes(*operation));
    QTRY_COMPARE(m_seen.size(), 2);
    QCOMPARE(m_seen[1].errorStatus, int(ErrorStatus::GenErr));
    QCOMPARE(m_seen[1].errorIndex, 1);
    QVERIFY(m_seen[1].line().contains(u"genErr at 1"_s));
    disconnect(watching);
}

void TestEvents::whatAListenerHearsIsToldOf() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    const auto watching = watch();
    QUdpSocket sender;
    // An SNMPv2-Trap with sysUpTime.0 alone, community "public", request id 9.
    const auto trap = QByteArray::fromHex("302a020101040670"
                                          "75626c6963a71d020109020100020100301230100608"
                                          "2b060102010103004304000003e8");
    QCOMPARE(sender.writeDatagram(trap, QHostAddress(QHostAddress::LocalHost), listener.port()), trap.size());
    QTRY_COMPARE(names(), QStringList{u"trap2"_s});
    QCOMPARE(m_seen[0].requestId, 9);
    QCOMPARE(m_seen[0].source, 0U);
    disconnect(watching);
}

void TestEvents::twoSessionsAreToldApart() {
    FakeAgent agent(m_engine);
    const auto first = agent.session();
    const auto second = agent.session();
    QVERIFY(first->number() != second->number());
    const auto watching = watch();
    const auto one = first->get({sysDescr});
    const auto two = second->get({sysDescr});
    QVERIFY(finishes(*one));
    QVERIFY(two->ending() || finishes(*two));
    QTRY_COMPARE(m_seen.size(), 4);
    QCOMPARE(std::ranges::count(m_seen, first->number(), &Event::source), 2);
    QCOMPARE(std::ranges::count(m_seen, second->number(), &Event::source), 2);
    disconnect(watching);
}

void TestEvents::noOneIsToldAnyMore() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    QVERIFY(!m_engine.events().isWatched());
    const auto watching = watch();
    QVERIFY(m_engine.events().isWatched());
    disconnect(watching);
    const auto operation = session->get({sysDescr});
    QVERIFY(finishes(*operation));
    QCoreApplication::sendPostedEvents();
    QVERIFY(m_seen.isEmpty());
}

void TestEvents::theLogHasThemWhileItAsksForEverything() {
    Log log;
    const EventLog eventLog(log, m_engine.events());
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto events = [&log] {
        const auto records = log.records();
        return std::ranges::count(records, u"walkabout.event"_s, &LogRecord::category);
    };
    const auto quiet = session->get({sysDescr});
    QVERIFY(finishes(*quiet));
    QCOMPARE(events(), 0);
    log.setLeast(LogLevel::Debug);
    const auto told = session->get({sysDescr});
    QVERIFY(finishes(*told));
    QTRY_COMPARE(events(), 2);
    for (const LogRecord &record : log.records())
        QVERIFY2(!record.text.contains(u"public"_s), qPrintable(record.text));
    log.setLeast(LogLevel::Info);
    const auto again = session->get({sysDescr});
    QVERIFY(finishes(*again));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(events(), 2);
}

void TestEvents::aSlotMayDeleteTheSession() {
    FakeAgent agent(m_engine);
    auto session = agent.session();
    int told = 0;
    const auto watching = connect(&m_engine.events(), &Events::happened, this, [&] {
        ++told;
        session.reset();
    });
    const auto operation = session->get({sysDescr});
    QVERIFY(finishes(*operation));
    QTRY_VERIFY(told > 0);
    disconnect(watching);
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
