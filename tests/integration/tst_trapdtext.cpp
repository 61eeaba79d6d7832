// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/trap/notificationlines.h"
#include "core/trap/receiver.h"
#include "tests/support/snmpd.h"
#include "tests/support/snmptrapd.h"

#include <QRegularExpression>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The export as snmptrapd prints it, beside what snmptrapd prints: the same notifications are sent to both.
class TestTrapdText final : public QObject {
    Q_OBJECT

private slots:
    void printsWhatSnmptrapdPrints_data() {
        QTest::addColumn<QStringList>("words");
        const QStringList varBinds{u"1.3.6.1.2.1.2.2.1.1.3"_s, u"i"_s, u"3"_s, u"1.3.6.1.2.1.2.2.1.2.3"_s, u"s"_s,
            u"a \"b\" c"_s, u"1.3.6.1.2.1.2.2.1.6.3"_s, u"x"_s, u"001a2b"_s, u"1.3.6.1.2.1.4.20.1.1.1"_s, u"a"_s,
            u"192.0.2.5"_s, u"1.3.6.1.2.1.1.2.0"_s, u"o"_s, u"1.3.6.1.4.1.9"_s, u"1.3.6.1.2.1.2.2.1.10.3"_s, u"c"_s,
            u"4000000000"_s, u"1.3.6.1.2.1.2.2.1.9.3"_s, u"t"_s, u"8640000"_s};
        QTest::newRow("v2c") << (QStringList{u"-v2c"_s, u"4711"_s, u"1.3.6.1.6.3.1.1.5.3"_s} + varBinds);
        QTest::newRow("v1 standard") << (QStringList{
                                             u"-v1"_s, u"1.3.6.1.4.1.9"_s, u"192.0.2.7"_s, u"2"_s, u"0"_s, u"4711"_s}
            + varBinds);
        QTest::newRow("v1 enterprise") << (QStringList{u"-v1"_s, u"1.3.6.1.4.1.9"_s, u"192.0.2.7"_s, u"6"_s, u"17"_s,
                                               u"987654321"_s}
            + varBinds);
    }
    void printsWhatSnmptrapdPrints() {
        QFETCH(const QStringList, words);
        QString why;
        const auto peer = Snmptrapd::start(&why, {}, {}, Snmptrapd::Output::AsItComes);
        if (!peer || !Snmpd::isInstalled(u"snmptrap"_s))
            QSKIP(qPrintable(why.isEmpty() ? u"snmptrap is not installed"_s : why));
        Engine engine;
        Receiver receiver(engine);
        QList<TrapRecord> records;
        connect(&receiver, &Receiver::received, this, [&](const QList<TrapRecord> &more) { records += more; });
        const auto port = receiver.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port.ok());
        QVERIFY(send(words, peer->endpoint().port) && send(words, *port));
        QTRY_COMPARE(records.size(), 1);
        const auto theirs = [&] {
            const QByteArray said = peer->said();
            return withoutTimes(said.mid(said.indexOf('\n', said.indexOf("NET-SNMP version"))));
        };
        QTRY_VERIFY(theirs().size() >= 2);
        QCOMPARE(withoutTimes(NotificationLines::trapd(records[0])).join('\n'), theirs().join('\n'));
    }

private:
    [[nodiscard]] static bool send(const QStringList &words, quint16 port) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"MIBS"_s, QString());
        process.setProcessEnvironment(environment);
        process.start(u"snmptrap"_s,
            QStringList{words.first(), u"-c"_s, u"public"_s, u"127.0.0.1:%1"_s.arg(port)} + words.mid(1));
        return process.waitForFinished() && process.exitCode() == 0;
    }
    /// Its lines without the time, the ports, and the community, which leaves the program masked.
    static QList<QByteArray> withoutTimes(const QByteArray &text) {
        QString plain = QString::fromUtf8(text);
        plain.remove(QRegularExpression(u"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d "_s));
        plain.replace(QRegularExpression(u"\\]:\\d+(->\\[[^\\]]*\\]:\\d+)?"_s), u"]"_s);
        plain.replace(u"UDP: [127.0.0.1] [UDP"_s, u"127.0.0.1 [UDP"_s); // instead of a name
        plain.replace(u"community public"_s, u"community ***"_s);
        QList<QByteArray> lines = plain.toUtf8().split('\n');
        lines.removeAll({});
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestTrapdText)
#include "tst_trapdtext.moc"
