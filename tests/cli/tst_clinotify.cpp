// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QRegularExpression>
#include <QTest>
#include <QUdpSocket>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// notify: what it sends is what traps receives, in every version, and what it cannot send it says.
class TestNotify final : public QObject {
    Q_OBJECT

private slots:
    void sendsInEveryVersion_data() {
        QTest::addColumn<QStringList>("letters");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("kind");
        const QStringList user{u"-v"_s, u"3"_s, u"-u"_s, u"watcher"_s, u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s,
            u"-A"_s, u"authentic phrase"_s, u"-x"_s, u"AES"_s, u"-X"_s, u"private phrase"_s};
        QTest::newRow("v1 trap") << QStringList{u"-v"_s, u"1"_s, u"-c"_s, u"public"_s} << u"1"_s << u"trap"_s;
        QTest::newRow("v2c trap") << QStringList{u"-c"_s, u"public"_s} << u"2c"_s << u"trap"_s;
        QTest::newRow("v2c inform") << QStringList{u"--inform"_s, u"-c"_s, u"public"_s} << u"2c"_s << u"inform"_s;
        QTest::newRow("v3 trap") << user << u"3"_s << u"trap"_s;
        QTest::newRow("v3 inform") << (user + QStringList{u"--inform"_s}) << u"3"_s << u"inform"_s;
    }
    void sendsInEveryVersion() {
        QFETCH(const QStringList, letters);
        QFETCH(const QString, version);
        QFETCH(const QString, kind);
        const QStringList user{u"-v"_s, u"3"_s, u"-u"_s, u"watcher"_s, u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s,
            u"-A"_s, u"authentic phrase"_s, u"-x"_s, u"AES"_s, u"-X"_s, u"private phrase"_s};
        Listening receiver(m_receiving, QStringList{u"traps"_s, u"--json"_s, u"--count"_s, u"1"_s} + user);
        QVERIFY2(receiver.isUp(), receiver.said().constData());
        const Ran sent = m_program.run(QStringList{u"notify"_s, receiver.address()} + letters
            + QStringList{u"--uptime"_s, u"4711"_s, u"IF-MIB::linkDown"_s, u"ifIndex.3=3"_s, u"ifAdminStatus.3=up"_s,
                u"ifOperStatus.3=down"_s});
        QVERIFY2(sent.status == 0, sent.err.constData());
        QVERIFY2(
            sent.err.contains(kind == u"inform"_s ? "Acknowledged after " : "not acknowledged"), sent.err.constData());
        const Ran ran = Program::ended(receiver.process());
        const auto came = ran.objects();
        QCOMPARE(came.size(), 1);
        QCOMPARE(came[0]["version"_L1].toString(), version);
        QCOMPARE(came[0]["kind"_L1].toString(), kind);
        QCOMPARE(came[0]["name"_L1].toString(), u"IF-MIB::linkDown"_s);
        QCOMPARE(came[0]["uptime"_L1].toInt(), 4711);
        QCOMPARE(came[0]["varbinds"_L1][2]["text"_L1].toString(), u"down(2)"_s);
    }

    void saysWhatTheDefinitionWouldHave() {
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress::LocalHost, 0));
        const Ran ran = m_program.run({u"notify"_s, u"127.0.0.1:%1"_s.arg(silent.localPort()), u"-c"_s, u"public"_s,
            u"linkDown"_s, u"ifOperStatus.3=down"_s, u"ifIndex.3=3"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.err.contains("should carry IF-MIB::ifAdminStatus too"), ran.err.constData());
        QVERIFY2(ran.err.contains("another order"), ran.err.constData());
    }

    void saysThatNoOneTookIt() {
        quint16 port = 0;
        {
            QUdpSocket socket;
            QVERIFY(socket.bind(QHostAddress::LocalHost, 0));
            port = socket.localPort();
        }
        const Ran refused
            = m_program.run({u"notify"_s, u"127.0.0.1:%1"_s.arg(port), u"-c"_s, u"public"_s, u"coldStart"_s});
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.err.contains("refused"), refused.err.constData());
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress::LocalHost, 0));
        const Ran lost = m_program.run({u"notify"_s, u"127.0.0.1:%1"_s.arg(silent.localPort()), u"-c"_s, u"public"_s,
            u"--inform"_s, u"-t"_s, u"0.1"_s, u"-r"_s, u"1"_s, u"--json"_s, u"coldStart"_s});
        QCOMPARE(lost.status, 3);
        QCOMPARE(lost.objects().last()["end"_L1].toString(), u"timeout"_s);
        QCOMPARE(lost.objects().last()["retries"_L1].toInt(), 1);
    }

    void refusesWhatItCannotSend_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("reason");
        const QStringList to{u"127.0.0.1:9"_s, u"-c"_s, u"public"_s};
        QTest::newRow("column") << (to + QStringList{u"ifDescr"_s}) << QByteArray("is no notification");
        QTest::newRow("value") << (to + QStringList{u"linkDown"_s, u"ifOperStatus.3=aside"_s}) << QByteArray("aside");
        QTest::newRow("inform in v1") << (to + QStringList{u"-v"_s, u"1"_s, u"--inform"_s, u"coldStart"_s})
                                      << QByteArray("no informs");
        QTest::newRow("agent") << (to + QStringList{u"--agent"_s, u"here"_s, u"coldStart"_s}) << QByteArray("IPv4");
        QTest::newRow("demo") << QStringList{u"demo"_s, u"coldStart"_s} << QByteArray("receives no notifications");
    }
    void refusesWhatItCannotSend() {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, reason);
        const Ran ran = m_program.run(QStringList{u"notify"_s} + words);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains(reason), ran.err.constData());
    }

private:
    Program m_program;
    Program m_receiving; // its own engine and journal
};

QTEST_GUILESS_MAIN(TestNotify)
#include "tst_clinotify.moc"
