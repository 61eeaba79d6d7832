// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/snmpd.h"

#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// `walkabout-cli diagnose`, on the demo, on a real snmpd and on nothing.
class TestCliDiagnose final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QString why;
        m_agent = Snmpd::start(&why);
        if (!m_agent)
            QSKIP(qPrintable(why));
    }
    void cleanupTestCase() { m_agent.reset(); }

    void saysFirstHowManyPacketsItMaySend() {
        const Ran ran = m_program.run({u"diagnose"_s, u"demo"_s, u"ifTable"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.err.contains("Sends at most 2"), ran.err);
        QVERIFY2(ran.lines().last().startsWith("The device answers, within "), ran.out);
    }

    void aRefusedPortIsNoAnswer() {
        const Ran ran = m_program.run({u"diagnose"_s, u"127.0.0.1:9"_s, u"-c"_s, u"public"_s, u"--json"_s});
        QCOMPARE(ran.status, 3);
        const QJsonObject end = ran.objects().last();
        QCOMPARE(end[u"end"].toString(), u"whole"_s);
        QCOMPARE(end[u"cause"].toString(), u"refused"_s);
        QCOMPARE(end[u"field"].toString(), u"port"_s);
        QCOMPARE(ran.objects().first()[u"step"].toString(), u"ask"_s);
        QVERIFY(!ran.objects().first()[u"failure"].toString().isEmpty());
    }

    void aWrongProtocolIsProposedOtherwise() {
        const Ran ran = m_program.run({u"diagnose"_s, m_agent->endpoint().toString(), u"-u"_s, u"sha256aes"_s, u"-l"_s,
            u"authPriv"_s, u"-a"_s, u"MD5"_s, u"-A"_s, u"authentic phrase"_s, u"-x"_s, u"AES"_s, u"-X"_s,
            u"private phrase"_s, u"--json"_s});
        QCOMPARE(ran.status, 4);
        const QJsonObject end = ran.objects().last();
        QCOMPARE(end[u"cause"].toString(), u"auth-protocol"_s);
        QCOMPARE(end[u"field"].toString(), u"auth-protocol"_s);
        QCOMPARE(end[u"change"].toString(), u"Use SHA-256"_s);
        QVERIFY2(!(ran.out + ran.err).contains("authentic phrase"), ran.out);
    }

    void anUnknownObjectIsWrongUse() {
        const Ran ran = m_program.run({u"diagnose"_s, u"demo"_s, u"noSuchThing"_s});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.out.isEmpty());
    }

private:
    Program m_program;
    std::unique_ptr<Snmpd> m_agent;
};

QTEST_GUILESS_MAIN(TestCliDiagnose)
#include "tst_clidiagnose.moc"
