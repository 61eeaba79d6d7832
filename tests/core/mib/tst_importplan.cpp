// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/importexamination.h"
#include "tests/support/importfolders.h"

#include <QTest>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

using Fate = ImportFile::Fate;
using Standing = ImportModule::Standing;

/// What an import would do: each file's fate, and what is missing over the whole.
class TestImportPlan final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folders = std::make_unique<ImportFolders>(); }

    void aNewModuleWillBeAdded() {
        drop(u"X-MIB.txt"_s, module("X-MIB", New, 1));
        const ImportPlan plan = examine();
        QCOMPARE(plan.files().size(), 1);
        const ImportFile &file = plan.files().front();
        QCOMPARE(file.fate, Fate::Add);
        QVERIFY(file.isChosen);
        QCOMPARE(file.name, u"X-MIB.txt"_s);
        QCOMPARE(file.modules.front().name, u"X-MIB"_s);
        QCOMPARE(file.modules.front().lastUpdated, u"2020-01-01 00:00"_s);
        QCOMPARE(file.modules.front().definitions, 1);
        QCOMPARE(plan.summary(), u"1 module"_s);
        QCOMPARE(plan.remarks(), QString());
    }

    void aPoolOfOneThreadIsEnough() {
        drop(u"X-MIB.txt"_s, module("X-MIB", New, 1));
        drop(u"Y-MIB.txt"_s, module("Y-MIB", New, 2));
        QThreadPool &pool = *QThreadPool::globalInstance();
        const int usual = pool.maxThreadCount();
        pool.setMaxThreadCount(1); // and the examination itself has it
        QFuture<QString> summary = QtConcurrent::run([this] { return examine().summary(); });
        const bool ended = QTest::qWaitFor([&] { return summary.isFinished(); });
        pool.setMaxThreadCount(std::max(usual, 2));
        QCOMPARE(summary.result(), u"2 modules"_s);
        pool.setMaxThreadCount(usual);
        QVERIFY(ended);
    }

    void foldersAreReadToTheBottom() {
        drop(u"a/b/X-MIB.txt"_s, module("X-MIB", New, 1));
        drop(u"a/Y-MIB"_s, module("Y-MIB", New, 2));
        QCOMPARE(examine().summary(), u"2 modules"_s);
    }

    void whatIsMissingIsToldWithItsSymbols() {
        drop(u"A-MIB"_s, module("A-MIB", New, 1, " ciscoMgmt, ciscoAgent FROM CISCO-SMI"));
        drop(u"B-MIB"_s, module("B-MIB", New, 2, " ciscoMgmt, ciscoProducts FROM CISCO-SMI"));
        drop(u"C-MIB"_s, module("C-MIB", New, 3, " aMib FROM A-MIB DisplayString FROM SNMPv2-TC"));
        const ImportPlan plan = examine();
        QCOMPARE(plan.summary(), u"3 modules, 2 lack CISCO-SMI (3 symbols)"_s);
        QCOMPARE(plan.missing().size(), 1);
        QCOMPARE(plan.missing().front().symbols, QStringList({u"ciscoAgent"_s, u"ciscoMgmt"_s, u"ciscoProducts"_s}));
        QCOMPARE(plan.missing().front().wantedBy, QStringList({u"A-MIB"_s, u"B-MIB"_s}));
    }

    void ofManyMissingModulesTwoAreNamed() {
        drop(u"A-MIB"_s, module("A-MIB", New, 1, " p FROM P-MIB q FROM Q-MIB r FROM R-MIB"));
        drop(u"B-MIB"_s, module("B-MIB", New, 2, " p FROM P-MIB"));
        QCOMPARE(
            examine().summary(), u"2 modules, 2 lack P-MIB (1 symbol), 1 lacks Q-MIB (1 symbol), 1 more is missing"_s);
    }

    void whatTheLanguageSuppliesIsNotMissing() {
        drop(u"A-MIB"_s, module("A-MIB", New, 1, " OBJECT-TYPE, Counter32 FROM SOME-SMI mgmt FROM RFC1065-SMI"));
        QCOMPARE(examine().summary(), u"1 module"_s);
    }

    void anIdenticalModuleIsSaidToBeThere() {
        const QString there = m_folders->write(u"system/X.my"_s, "A preface.\n" + module("X-MIB", New, 1));
        drop(u"X-MIB.txt"_s, module("X-MIB", New, 1).replace("\n", "  \r\n"));
        const ImportPlan plan = examine();
        QCOMPARE(plan.files().front().fate, Fate::Same);
        QCOMPARE(plan.files().front().same, there);
        QVERIFY(!plan.files().front().isChosen);
        QCOMPARE(plan.summary(), u"Nothing to import"_s);
        QCOMPARE(plan.remarks(), u"1 file already here"_s);
    }

    void theNewerOneIsChosenAndThePersonMayKeepTheOther_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<ImportModule::Standing>("standing");
        QTest::addColumn<bool>("chosen");
        QTest::newRow("newer") << QByteArray(New) << Standing::Newer << true;
        QTest::newRow("older") << QByteArray(Old) << Standing::Older << false;
        QTest::newRow("of one date") << QByteArray("201001010000Z") << Standing::Different << false;
    }
    void theNewerOneIsChosenAndThePersonMayKeepTheOther() {
        QFETCH(QByteArray, date);
        QFETCH(ImportModule::Standing, standing);
        QFETCH(bool, chosen);
        const QString there = m_folders->write(u"system/X-MIB.txt"_s, module("X-MIB", "201001010000Z", 9));
        drop(u"X-MIB.txt"_s, module("X-MIB", date, 1));
        ImportPlan plan = examine();
        QCOMPARE(plan.files().front().fate, Fate::Conflict);
        QCOMPARE(plan.files().front().modules.front().standing, standing);
        QCOMPARE(plan.files().front().modules.front().other, there);
        QCOMPARE(plan.files().front().modules.front().otherTier, int(Collection::System));
        QCOMPARE(plan.files().front().isChosen, chosen);
        QVERIFY(plan.files().front().isChoosable);
        plan.choose(0, !chosen);
        QCOMPARE(plan.files().front().isChosen, !chosen);
        QCOMPARE(plan.moduleCount(), chosen ? 0 : 1);
    }

    void ofOneDateTheOriginalComesBeforeTheShippedModule() {
        const ImportFolders empty;
        const QString date = empty.library()->module(u"IF-MIB")->lastUpdated;
        QByteArray utc = date.toLatin1();
        for (const char c : {'-', ' ', ':'})
            utc.replace(c, QByteArray());
        drop(u"IF-MIB"_s, module("IF-MIB", utc + 'Z', 1));
        const ImportPlan plan = examine();
        QCOMPARE(plan.files().front().fate, Fate::Conflict);
        QCOMPARE(plan.files().front().modules.front().standing, Standing::Different);
        QCOMPARE(plan.files().front().modules.front().otherTier, int(Collection::Shipped));
        QVERIFY(plan.files().front().isChosen);
    }

    void aFileOfThePersonsGivesWayUnlessItHoldsMore() {
        const QString alone = m_folders->write(u"data/mibs/X-MIB.txt"_s, module("X-MIB", New, 1));
        m_folders->write(u"data/mibs/BOTH.txt"_s, module("Y-MIB", New, 2) + module("Z-MIB", New, 3));
        drop(u"X-MIB.txt"_s, module("X-MIB", Old, 1));
        drop(u"Y-MIB.txt"_s, module("Y-MIB", Old, 2));
        const ImportPlan plan = examine();
        QCOMPARE(plan.files()[0].replaces, QStringList(alone));
        QVERIFY(plan.files()[0].isChoosable);
        QVERIFY(!plan.files()[0].isChosen);
        // An older one beside it would never be used.
        QVERIFY(!plan.files()[1].isChoosable);
        QVERIFY2(plan.files()[1].reason.contains(u"BOTH.txt"_s), qPrintable(plan.files()[1].reason));
    }

    void aFolderGivenAtTheStartIsNotTouched() {
        m_folders->write(u"given/X-MIB.txt"_s, module("X-MIB", New, 1));
        drop(u"X-MIB.txt"_s, module("X-MIB", Old, 1));
        const ImportPlan plan = examine();
        QVERIFY(plan.files().front().replaces.isEmpty());
        QVERIFY(!plan.files().front().isChoosable);
        QVERIFY(!plan.files().front().reason.isEmpty());
    }

    void thePersonsOwnFolderDroppedChangesNothing() {
        m_folders->write(u"data/mibs/X-MIB.txt"_s, module("X-MIB", New, 1));
        m_folders->write(u"data/mibs/OLD.txt"_s, module("X-MIB", Old, 1));
        const ImportPlan plan = examineImport({m_folders->user()}, m_folders->library(), m_folders->user());
        QCOMPARE(plan.files().size(), 2);
        for (const ImportFile &file : plan.files())
            QCOMPARE(file.fate, Fate::Same);
    }

    void aSecondCopyIsNamedAsThat() {
        const QString first = drop(u"a/X-MIB.txt"_s, module("X-MIB", New, 1));
        drop(u"b/X-MIB.mib"_s, module("X-MIB", New, 1));
        const ImportPlan plan = examine();
        QCOMPARE(plan.files()[1].fate, Fate::Same);
        QCOMPARE(plan.files()[1].same, first);
        QCOMPARE(plan.summary(), u"1 module"_s);
    }

    void ofTwoDroppedTextsOneComes() {
        drop(u"a/X-MIB.txt"_s, module("X-MIB", Old, 1));
        drop(u"b/X-MIB.txt"_s, module("X-MIB", New, 1));
        ImportPlan plan = examine();
        QCOMPARE(plan.files()[0].fate, Fate::Conflict);
        QCOMPARE(plan.files()[1].fate, Fate::Conflict);
        QVERIFY(!plan.files()[0].isChosen);
        QVERIFY(plan.files()[1].isChosen);
        plan.choose(0, true);
        QVERIFY(plan.files()[0].isChosen);
        QVERIFY(!plan.files()[1].isChosen);
        QCOMPARE(plan.moduleCount(), 1);
    }

    void whatIsNoMibIsNamedForWhatItIs_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><html>") << u"web page"_s;
        QTest::newRow("PDF") << QByteArray("%PDF-1.4\n") << u"PDF"_s;
        QTest::newRow("empty") << QByteArray() << u"empty"_s;
        QTest::newRow("binary") << QByteArray(200, '\x01') << u"binary"_s;
        QTest::newRow("text") << QByteArray("Read me first.") << u"no MIB module"_s;
        QTest::newRow("words alone") << QByteArray("-- DEFINITIONS are missing here") << u"No module"_s;
    }
    void whatIsNoMibIsNamedForWhatItIs() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        drop(u"thing"_s, bytes);
        const ImportPlan plan = examine();
        QCOMPARE(plan.files().front().fate, Fate::NotMib);
        QVERIFY(!plan.files().front().isChosen);
        QVERIFY2(plan.files().front().reason.contains(word), qPrintable(plan.files().front().reason));
        QCOMPARE(plan.remarks(), u"1 file without a module"_s);
    }

    void aModuleInUtf16IsReadAndNamed() {
        const QString text = QString::fromLatin1(module("X-MIB", New, 1));
        QByteArray bytes("\xff\xfe");
        for (const QChar c : text)
            bytes += QByteArray(1, char(c.cell())) + QByteArray(1, char(c.row()));
        drop(u"X-MIB.txt"_s, bytes);
        const ImportPlan plan = examine();
        QCOMPARE(plan.files().front().fate, Fate::Add);
        QCOMPARE(plan.files().front().modules.front().name, u"X-MIB"_s);
        QCOMPARE(plan.files().front().diagnostics.front().code, u"utf16-file"_s);
    }

    void aComplaintCarriesItsLine() {
        const QString path = drop(
            u"X-MIB.txt"_s, module("X-MIB", New, 1).replace("END\n", "x_y OBJECT IDENTIFIER ::= { xmib 1 }\nEND\n"));
        const ImportPlan plan = examine();
        QCOMPARE(plan.files().front().fate, Fate::Add);
        QCOMPARE(plan.files().front().diagnostics.size(), 1);
        const Diagnostic &one = plan.files().front().diagnostics.front();
        QCOMPARE(one.file, path);
        QCOMPARE(one.line, 4);
        QCOMPARE(one.excerpt, u"x_y OBJECT IDENTIFIER ::= { xmib 1 }"_s);
    }

    void aPathThatIsNotThereIsTold() {
        const ImportPlan plan = examineImport({u"/nowhere/at/all"_s}, m_folders->library(), m_folders->user());
        QCOMPARE(plan.files().front().fate, Fate::NotMib);
        QVERIFY(!plan.files().front().reason.isEmpty());
    }

    void progressCountsEveryFile() {
        for (int i = 0; i < 20; ++i)
            drop(u"%1.txt"_s.arg(i), "text");
        std::atomic<int> calls = 0;
        std::atomic<int> most = 0;
        const auto progress = [&](int done, int of) {
            ++calls;
            if (done == of)
                most = of;
        };
        const ImportPlan plan
            = examineImport({m_folders->dropped()}, m_folders->library(), m_folders->user(), progress);
        QCOMPARE(plan.files().size(), 20);
        QCOMPARE(calls.load(), 20);
        QCOMPARE(most.load(), 20);
    }

    void aCancelledExaminationIsEmpty() {
        drop(u"X-MIB.txt"_s, module("X-MIB", New, 1));
        const std::atomic<bool> cancelled = true;
        QVERIFY(examineImport({m_folders->dropped()}, m_folders->library(), m_folders->user(), {}, &cancelled)
                    .files()
                    .isEmpty());
    }

private:
    static constexpr const char *New = "202001010000Z";
    static constexpr const char *Old = "9901010000Z";

    static QByteArray module(
        const QByteArray &name, const QByteArray &date, int number, const QByteArray &imports = {}) {
        return ImportFolders::module(name, date, number, imports);
    }
    QString drop(const QString &name, const QByteArray &bytes) { return m_folders->write(u"dropped/"_s + name, bytes); }
    ImportPlan examine() { return examineImport({m_folders->dropped()}, m_folders->library(), m_folders->user()); }

    std::unique_ptr<ImportFolders> m_folders;
};

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_importplan.moc"
