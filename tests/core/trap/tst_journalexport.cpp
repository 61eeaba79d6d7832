// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journal.h"
#include "core/trap/journalexport.h"
#include "core/trap/notificationlines.h"
#include "tests/core/trap/maderecord.h"
#include "tests/support/madelibrary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;
using namespace walkabout::test;

/// Rows of a real journal as files for spreadsheets, scripts and those who know snmptrapd.
class TestJournalExport final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_export.library = madeLibrary();
        m_export.journal = m_folder.filePath(u"traps.sqlite"_s);
        m_export.names.insert(u"192.0.2.1"_s, u"=core1"_s);
        QList<TrapRecord> records = madeRecords(3);
        records[1] = ofV1();
        TrapRecord bad;
        bad.notification.time = utcNow();
        bad.notification.peer.address = QHostAddress(u"192.0.2.9"_s);
        bad.notification.bytes = "no SNMP";
        bad.notification.failure = Failure(Failure::Kind::UnknownUser, {u"eve"_s});
        records += bad;
        Journal journal(m_export.journal);
        QSignalSpy opened(&journal, &Journal::opened);
        QSignalSpy committed(&journal, &Journal::committed);
        journal.open();
        QVERIFY(opened.wait());
        for (TrapRecord &record : records)
            record.id = journal.number();
        journal.append(records);
        QVERIFY(committed.wait());
        m_export.rows = {4, 3, 2, 1};
    }
    void init() { m_export.rows = {4, 3, 2, 1}; }

    void writesASpreadsheetWithoutFormulas() {
        const QList<QByteArray> lines = exported(u"traps.csv"_s).split('\n');
        QCOMPARE(lines.size(), 6); // names, four rows, the last line's end
        QVERIFY(lines[0].startsWith("time,source,device,severity,"));
        QVERIFY2(lines[1].contains("unreadable") && lines[1].contains("eve"), lines[1].constData());
        QVERIFY2(lines[2].contains(",192.0.2.1,'=core1,major,2c,trap,IF-MIB::linkDown,1.3.6.1.6.3.1.1.5.3,"),
            lines[2].constData());
        QVERIFY2(lines[2].endsWith("IF-MIB::ifDescr.4 = event 3"), lines[2].constData());
        QVERIFY(!lines.join().contains("public"));
    }

    void writesJsonWithoutCommunities() {
        const QList<QByteArray> lines = exported(u"traps.jsonl"_s).split('\n');
        QCOMPARE(lines.size(), 5);
        const QJsonObject newest = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(newest["name"_L1].toString(), u"IF-MIB::linkDown"_s);
        QCOMPARE(newest["varbinds"_L1][0]["text"_L1].toString(), u"event 3"_s);
        QVERIFY(!newest.contains("community"_L1));
        const QByteArray ofV1 = lines[2];
        QVERIFY2(ofV1.contains("snmpTrapAddress") && !ofV1.contains("snmpTrapCommunity"), ofV1.constData());
        QVERIFY(!lines.join().contains("public"));
    }

    // The bytes of what could not be read stand in the file too.
    void masksTheCommunityOfWhatCouldNotBeRead() {
        TrapRecord broken = madeRecord(1);
        broken.notification.bytes.chop(3);
        broken.notification.failure = Failure(Failure::Kind::Malformed, {u"192.0.2.1"_s, u"too short"_s});
        const NotificationLines lines(m_export.library);
        const QByteArray community = QByteArray("public").toHex();
        QVERIFY(lines.json(broken).contains(community));
        QVERIFY(!lines.json(broken, NotificationLines::Communities::Left).contains(community));
    }

    void writesWhatSnmptrapdWould() {
        const QByteArray text = exported(u"traps.txt"_s);
        QVERIFY2(text.contains("192.0.2.1 [UDP: [192.0.2.1]:50000]:\n"
                               ".1.3.6.1.2.1.1.3.0 = Timeticks: (1) 0:00:00.01\t"
                               ".1.3.6.1.6.3.1.1.4.1.0 = OID: .1.3.6.1.6.3.1.1.5.3\t"
                               ".1.3.6.1.2.1.2.2.1.2.4 = STRING: \"event 3\"\n"),
            text.constData());
        QVERIFY2(text.contains("192.0.2.7 [192.0.2.7] (via UDP: [192.0.2.1]:50000) TRAP, SNMP v1, community ***\n"
                               "\t.1.3.6.1.4.1.9 Link Down Trap (0) Uptime: 0:00:47.11\n"),
            text.constData());
        QVERIFY(!text.contains("public"));
    }

    void leavesTheFileWhereItIsStopped() {
        const QString path = m_folder.filePath(u"kept.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        m_export.file = path;
        const auto outcome = m_export.write(true);
        QCOMPARE(outcome.failure->kind(), Failure::Kind::Cancelled);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "mine"_ba);
        m_export.file = m_folder.filePath(u"no/such/folder.csv"_s);
        QCOMPARE(m_export.write(false).failure->kind(), Failure::Kind::File);
    }

    void countsWhatIsNoLongerKept() {
        m_export.rows = {99, 1};
        m_export.file = m_folder.filePath(u"few.csv"_s);
        const auto outcome = m_export.write(false);
        QVERIFY(!outcome.failure);
        QCOMPARE(outcome.written, 1);
        QCOMPARE(outcome.gone, 1);
    }

private:
    static TrapRecord ofV1() {
        Message message;
        message.version = Version::V1;
        message.pdu = Pdu::TrapV1;
        message.community = Secret("public");
        const QByteArray head = element(0x06, QByteArray::fromHex("2b06010401") + char(9))
            + element(0x40, QByteArray::fromHex("c0000207")) + element(0x02, QByteArray(1, 2))
            + element(0x02, QByteArray(1, 0)) + element(0x43, QByteArray::fromHex("1267")) + element(0x30, {});
        return recordOf(
            element(0x30, element(0x02, QByteArray(1, 0)) + element(0x04, "public") + element(char(0xa4), head)),
            u"192.0.2.1"_s);
    }
    QByteArray exported(const QString &name) {
        m_export.file = m_folder.filePath(name);
        m_export.format = JournalExport::formatOf(name);
        if (const auto outcome = m_export.write(false); outcome.failure || outcome.written != m_export.rows.size())
            return outcome.failure ? outcome.failure->logText().toUtf8() : "not all"_ba;
        QFile file(m_export.file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    JournalExport m_export;
};

QTEST_GUILESS_MAIN(TestJournalExport)
#include "tst_journalexport.moc"
