// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "tests/integration/diagnosed.h"
#include "tests/support/crookedrelay.h"
#include "tests/support/fakeagent.h"
#include "tests/support/snmpd.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Cause = Finding::Cause;

/// No answer for a reason that lies on the way: another source, what is lost, what is late, what is no SNMP.
class TestDiagnosisPath final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QString why;
        m_agent = Snmpd::start(&why);
        if (!m_agent)
            QSKIP(qPrintable(why));
    }
    void cleanupTestCase() { m_agent.reset(); }

    void anAnswerFromElsewhere_data();
    void anAnswerFromElsewhere();
    void largeAnswersThatAreLost();
    void aSlowAgent();
    void whatIsNoSnmp();
    void aNameWithoutAddress();

private:
    Engine m_engine;
    std::unique_ptr<Snmpd> m_agent;
    Diagnosed m_diagnosed{m_engine};
};

void TestDiagnosisPath::anAnswerFromElsewhere_data() {
    QTest::addColumn<int>("habit");
    QTest::addColumn<bool>("isUser");
    QTest::newRow("another address") << int(CrookedRelay::Habit::OtherAddress) << false;
    QTest::newRow("another port") << int(CrookedRelay::Habit::OtherPort) << false;
    QTest::newRow("another address, v3") << int(CrookedRelay::Habit::OtherAddress) << true;
}

void TestDiagnosisPath::anAnswerFromElsewhere() {
    QFETCH(const int, habit);
    QFETCH(const bool, isUser);
    const CrookedRelay relay(CrookedRelay::Habit(habit), m_agent->endpoint().port);
    DiagnosisPlan plan = planFor(
        m_agent->endpoint(), isUser ? Snmpd::sha256aes() : Credential::community(Version::V2c, Secret("public")));
    plan.endpoint = relay.endpoint();
    const Finding finding = m_diagnosed.found(plan);
    QVERIFY2(finding.cause == Cause::OtherSource, qPrintable(finding.text() + u'\n' + m_diagnosed.steps.join(u'\n')));
    const bool isAddress = CrookedRelay::Habit(habit) == CrookedRelay::Habit::OtherAddress;
    QCOMPARE(finding.remedy.has_value(), isAddress); // another port is nothing to ask at
    if (isAddress)
        QCOMPARE(finding.remedy->host, u"127.0.0.2"_s);
}

void TestDiagnosisPath::largeAnswersThatAreLost() {
    const CrookedRelay relay(CrookedRelay::Habit::LosesLarge, m_agent->endpoint().port);
    DiagnosisPlan plan = planFor(m_agent->endpoint(), Credential::community(Version::V2c, Secret("public")));
    plan.endpoint = relay.endpoint();
    const Finding finding = m_diagnosed.found(plan);
    QVERIFY2(
        finding.cause == Cause::LargeAnswersLost, qPrintable(finding.text() + u'\n' + m_diagnosed.steps.join(u'\n')));
    QCOMPARE(finding.remedy->maxRepetitions, 10);
}

void TestDiagnosisPath::aSlowAgent() {
    FakeAgent agent(m_engine, FakeAgent::Late, 600);
    DiagnosisPlan plan = planFor(m_agent->endpoint(), Credential::community(Version::V2c, Secret("public")));
    plan.endpoint = agent.endpoint();
    plan.bounds = {300ms, 0};
    const Finding finding = m_diagnosed.found(plan);
    QVERIFY2(finding.cause == Cause::Slow, qPrintable(finding.text() + u'\n' + m_diagnosed.steps.join(u'\n')));
    QVERIFY(finding.remedy->timeout >= 1s);
}

void TestDiagnosisPath::whatIsNoSnmp() {
    FakeAgent agent(m_engine, FakeAgent::Truncated, 3);
    DiagnosisPlan plan = planFor(m_agent->endpoint(), Credential::community(Version::V2c, Secret("public")));
    plan.endpoint = agent.endpoint();
    QCOMPARE(m_diagnosed.found(plan).cause, Cause::Malformed);
    agent.stopListening();
    QCOMPARE(m_diagnosed.found(plan).cause, Cause::Refused);
}

void TestDiagnosisPath::aNameWithoutAddress() {
    DiagnosisPlan plan = planFor(m_agent->endpoint(), Credential::community(Version::V2c, Secret("public")));
    plan.endpoint = *Endpoint::parse(u"no-such-host.invalid"_s);
    QCOMPARE(m_diagnosed.found(plan).cause, Cause::UnknownHost);
    plan.endpoint = *Endpoint::parse(u"localhost:%1"_s.arg(m_agent->endpoint().port));
    QCOMPARE(m_diagnosed.found(plan).cause, Cause::Answers);
}

QTEST_GUILESS_MAIN(TestDiagnosisPath)
#include "tst_diagnosispath.moc"
