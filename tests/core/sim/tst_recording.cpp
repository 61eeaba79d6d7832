// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/recording.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace walkabout;

class TestRecording final : public QObject {
    Q_OBJECT

private slots:
    void sortsAndKeepsTheFirstOfEach();
    void countsBadLinesByTheirNumber();
    void passesOverComments();
    void choosesTheFormatBySuffixThenByLook();
    void saysThatAFileIsNotThere();
    void opensEveryRecordingOfRealDevices();
};

void TestRecording::sortsAndKeepsTheFirstOfEach() {
    const Recording recording = Recording::parse(
        "1.3.6.1.10|2|10\n1.3.6.1.9|2|9\n1.3.6.1.10|2|11\n1.3.6.1.9.1|2|91\n", Recording::Format::SnmpRec);
    QCOMPARE(recording.varBinds(),
        VarBinds({{Oid{1, 3, 6, 1, 9}, Value::integer(9)}, {Oid{1, 3, 6, 1, 9, 1}, Value::integer(91)},
            {Oid{1, 3, 6, 1, 10}, Value::integer(10)}}));
    QCOMPARE(recording.badLines().size(), 1);
    QCOMPARE(recording.badLines()[0].line, 3);
    QCOMPARE(recording.badLines()[0].excerpt, u"1.3.6.1.10"_s);
}

void TestRecording::countsBadLinesByTheirNumber() {
    const Recording recording
        = Recording::parse("#one\n1.3.6.1|9\r\n\n1.3.6.2|2|1\r\n1.3.6.3|2|\n\x01junk\n", Recording::Format::SnmpRec);
    QCOMPARE(recording.varBinds().size(), 1);
    QList<int> lines;
    std::ranges::transform(recording.badLines(), std::back_inserter(lines), &Recording::BadLine::line);
    QCOMPARE(lines, QList<int>({2, 5, 6}));
    QCOMPARE(recording.badLines()[2].excerpt, u" junk"_s);
}

void TestRecording::passesOverComments() {
    const Recording recording({{Oid{1, 3, 6, 1}, Value::octets("x")}});
    for (const auto format : {Recording::Format::SnmpRec, Recording::Format::SnmpWalk}) {
        const Recording read = Recording::parse(recording.write(format) + "# ended early: timeout\n", format);
        QCOMPARE(read.varBinds(), recording.varBinds());
        QVERIFY(read.badLines().isEmpty());
    }
}

void TestRecording::choosesTheFormatBySuffixThenByLook() {
    using enum Recording::Format;
    QCOMPARE(Recording::formatOf(u"a.snmprec"_s, {}), SnmpRec);
    QCOMPARE(Recording::formatOf(u"a.SNMPWALK"_s, {}), SnmpWalk);
    QCOMPARE(Recording::formatOf(u"a.txt"_s, "# x\n\n1.3.6.1.2.1.1.1.0|4|x\r\n"), SnmpRec);
    QCOMPARE(Recording::formatOf(u"a.txt"_s, ".1.3.6.1.2.1.1.1.0 = STRING: x|y|z\n"), SnmpWalk);
    QVERIFY(Recording::looksLikeRecording(u"/tmp/x.snmpwalk.txt"_s));
    QVERIFY(!Recording::looksLikeRecording(u"192.0.2.1"_s));
}

void TestRecording::saysThatAFileIsNotThere() {
    const QTemporaryDir folder;
    const auto recording = Recording::open(folder.filePath(u"absent.snmprec"_s));
    QVERIFY(!recording.ok());
    QCOMPARE(recording.failure().kind(), Failure::Kind::File);
}

void TestRecording::opensEveryRecordingOfRealDevices() {
    const QString folder = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/devices");
    if (!QFile::exists(folder))
        QSKIP("the recordings of real devices are not beside the source");
    qsizetype files = 0;
    qsizetype varBinds = 0;
    qsizetype bad = 0;
    for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QString path = each.next();
        const auto recording = Recording::open(path);
        QVERIFY2(recording.ok(), qPrintable(path));
        ++files;
        if (!Recording::looksLikeRecording(path))
            continue;
        varBinds += recording->varBinds().size();
        bad += recording->badLines().size();
        if (qEnvironmentVariableIsSet("WALKABOUT_SHOW_BAD_LINES")) {
            for (const auto &line : recording->badLines())
                qInfo("%s:%d: %s | %s", qPrintable(path), line.line, qPrintable(line.reason), qPrintable(line.excerpt));
        }
        QVERIFY(std::ranges::is_sorted(recording->varBinds(), {}, &VarBind::oid));
        constexpr qsizetype LongToRead = 20'000; // in both formats; one will do
        for (const auto format : {Recording::Format::SnmpRec, Recording::Format::SnmpWalk}) {
            if (format == Recording::Format::SnmpRec && recording->varBinds().size() > LongToRead)
                continue;
            const Recording again = Recording::parse(recording->write(format), format);
            QVERIFY2(again.badLines().isEmpty(), qPrintable(path + u": "_s + again.badLines().value(0).excerpt));
            QVERIFY2(again.varBinds() == recording->varBinds(), qPrintable(path));
        }
    }
    qInfo("%lld files, %lld varbinds, %lld bad lines", qlonglong(files), qlonglong(varBinds), qlonglong(bad));
    QVERIFY(files > 100);
    QVERIFY(varBinds > 300'000);
    QVERIFY(bad * 100 < varBinds);
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
