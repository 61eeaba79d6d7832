// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/recording.h"
#include "core/work/resultexport.h"
#include "tests/support/madelibrary.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// What a result is as a file: nothing cut, nothing that a spreadsheet would run, its ending told.
class TestResultExport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(); }

    void csvHoldsEveryColumnAndIsSafeForSpreadsheets() {
        const QStringList lines = written(u"a.csv"_s, whole());
        QCOMPARE(lines.first(), u"name,value,units,type,oid,time"_s);
        QVERIFY(lines[1].startsWith(u"IF-MIB::ifDescr.1,'=1+1,,OctetString,1.3.6.1.2.1.2.2.1.2.1,"));
        QVERIFY(lines[2].startsWith(u"IF-MIB::ifDescr.2,"_s + QString(3000, u'x') + u','));
        QVERIFY(lines[3].contains(u",-40,"));
        QVERIFY(lines[4].startsWith(u"IF-MIB::ifOperStatus.1,up(1),"));
        QCOMPARE(lines.size(), 5); // a whole one has no line more
        static const QRegularExpression time(u",2026-11-22T\\d\\d:\\d\\d:\\d\\d\\.678[+-]\\d\\d:\\d\\d$"_s);
        QVERIFY2(lines[1].contains(time) || lines[1].endsWith(u'Z'), qPrintable(lines[1]));
    }

    void whatEndedEarlySaysSoInEachFormat() {
        ResultExport wanted = whole();
        wanted.parts[0].end = {u"timeout"_s, u"Ended early: timeout after ifDescr.2."_s, {}, false};
        QCOMPARE(written(u"a.csv"_s, wanted).last(), u"# Ended early: timeout after ifDescr.2."_s);
        QVERIFY(written(u"a.jsonl"_s, wanted).last().startsWith(u"{\"end\":\"timeout\","));
        for (const QString &file : {u"a.snmprec"_s, u"a.snmpwalk"_s})
            QVERIFY(written(file, wanted).last().startsWith(u"# truncated: Ended early: timeout after ifDescr.2."));
    }

    void jsonHasAnObjectForEachVarBindAndOneForTheEnd() {
        const QStringList lines = written(u"a.jsonl"_s, whole());
        QCOMPARE(lines.size(), 5);
        const QJsonObject oper = QJsonDocument::fromJson(lines[3].toUtf8()).object();
        QCOMPARE(oper[u"oid"_s].toString(), u"1.3.6.1.2.1.2.2.1.8.1"_s);
        QCOMPARE(oper[u"name"_s].toString(), u"IF-MIB::ifOperStatus.1"_s);
        QCOMPARE(oper[u"value"_s].toInt(), 1);
        QCOMPARE(oper[u"text"_s].toString(), u"up(1)"_s);
        QVERIFY(lines.last().startsWith(u"{\"end\":\"whole\","));
    }

    void recordingsAreReadBackAsTheyWere() {
        for (const QString &name : {u"a.snmprec"_s, u"a.snmpwalk"_s}) {
            ResultExport wanted = whole();
            (void)written(name, wanted);
            const Result<Recording> read = Recording::open(m_folder.filePath(name));
            QVERIFY(read);
            QCOMPARE(read->badLines().size(), 0);
            QCOMPARE(read->varBinds(), varBinds());
        }
    }

    void recordingsStandInOidOrderWithTheLatestValueOnce() {
        ResultStore store;
        store.append({{{1, 3, 9}, Value::integer(9)}, {{1, 3, 5}, Value::integer(1)}, {{1, 3, 5}, Value::integer(2)},
            {{1, 3, 7}, Value::exception(Value::Type::NoSuchInstance)}});
        ResultExport wanted;
        wanted.library = m_library;
        wanted.parts.append({u"a"_s, ResultSnapshot(store), {}, {u"whole"_s, {}, {}, true}});
        QCOMPARE(written(u"a.snmprec"_s, wanted), (QStringList{u"1.3.5|2|2"_s, u"1.3.9|2|9"_s}));
        QCOMPARE(m_outcome.left, 1);
        QCOMPARE(m_outcome.written, 2);
    }

    void onlyTheRowsAskedForAreWrittenAndAnExcerptSaysSo() {
        ResultExport wanted = whole();
        wanted.rows = {{0, 3}, {0, 0}};
        wanted.isExcerpt = true;
        QVERIFY(written(u"a.csv"_s, wanted)[1].startsWith(u"IF-MIB::ifOperStatus.1,"));
        const QStringList lines = written(u"a.snmprec"_s, wanted);
        QVERIFY(lines[0].startsWith(u"1.3.6.1.2.1.2.2.1.2.1|"));
        QCOMPARE(lines.last(), u"# an excerpt: 2 of 4 varbinds"_s);
    }

    void severalDevicesAreNamedInEachRow() {
        ResultExport wanted = whole();
        wanted.parts.append(wanted.parts.first());
        wanted.parts[1].device = u"core2"_s;
        wanted.rows = {{1, 0}};
        QVERIFY(written(u"a.csv"_s, wanted)[1].startsWith(u"core2,IF-MIB::ifDescr.1,"));
        QVERIFY(written(u"a.jsonl"_s, wanted)[0].startsWith(u"{\"device\":\"core2\",\"oid\":"));
    }

    void cancelledItLeavesTheFileAsItWas() {
        (void)written(u"a.csv"_s, whole());
        ResultExport wanted = whole();
        wanted.file = m_folder.filePath(u"a.csv"_s);
        wanted.rows.emplace();
        std::atomic<qint64> done = 0;
        const auto outcome = wanted.write(std::atomic<bool>(true), done);
        QVERIFY(outcome.failure && outcome.failure->kind() == Failure::Kind::Cancelled);
        QFile file(wanted.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 5);
    }

    void aFolderThatIsNotThereIsAFailure() {
        ResultExport wanted = whole();
        wanted.file = m_folder.filePath(u"none/a.csv"_s);
        std::atomic<qint64> done = 0;
        const auto outcome = wanted.write(std::atomic<bool>(false), done);
        QVERIFY(outcome.failure && outcome.failure->kind() == Failure::Kind::File);
    }

private:
    static VarBinds varBinds() {
        const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};
        return {{entry + Oid{2, 1}, Value::octets("=1+1")}, {entry + Oid{2, 2}, Value::octets(QByteArray(3000, 'x'))},
            {entry + Oid{4, 1}, Value::integer(-40)}, {entry + Oid{8, 1}, Value::integer(1)}};
    }

    ResultExport whole() const {
        ResultStore store; // what was taken of it lives on
        store.append(varBinds());
        const UtcMicroseconds when{std::chrono::milliseconds(1795316645678)};
        ResultExport wanted;
        wanted.library = m_library;
        wanted.parts.append({u"core1"_s, ResultSnapshot(store), {{0, when}}, {u"whole"_s, u"End."_s, {}, true}});
        return wanted;
    }

    QStringList written(const QString &name, ResultExport wanted) {
        wanted.file = m_folder.filePath(name);
        wanted.format = ResultExport::formatOf(name);
        std::atomic<qint64> done = 0;
        m_outcome = wanted.write(std::atomic<bool>(false), done);
        QFile file(wanted.file);
        if (m_outcome.failure || !file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

    Library::Pointer m_library;
    QTemporaryDir m_folder;
    ResultExport::Outcome m_outcome;
};

QTEST_GUILESS_MAIN(TestResultExport)
#include "tst_resultexport.moc"
