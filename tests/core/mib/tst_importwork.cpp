// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/importexamination.h"
#include "core/mib/importwork.h"
#include "tests/support/importfolders.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// An import carried out: bytes as they were, and nothing lost.
class TestImportWork final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folders = std::make_unique<ImportFolders>(); }

    void filesAreCopiedByteForByte() {
        const QByteArray bytes = module("X-MIB", New, 1).replace("\n", "\r\n") + "\xe9\x1a";
        m_folders->write(u"dropped/deep/X-MIB.txt"_s, bytes);
        const auto results = import();
        QCOMPARE(results.size(), 1);
        QVERIFY(!results.front().failure);
        QCOMPARE(results.front().path, m_folders->path(u"data/mibs/X-MIB.txt"_s));
        QCOMPARE(ImportFolders::read(results.front().path), bytes);
        QVERIFY(m_folders->library()->module(u"X-MIB"));
    }

    void whatAnArchiveHoldsIsCopiedAsItStandsThere() {
        if (QStandardPaths::findExecutable(u"tar"_s).isEmpty())
            QSKIP("tar is not installed");
        const QByteArray bytes = module("X-MIB", New, 1).replace("\n", "\r\n");
        m_folders->write(u"packed/mibs/X-MIB.txt"_s, bytes);
        m_folders->write(u"packed/mibs/Y-MIB.txt"_s, module("Y-MIB", New, 2));
        m_folders->write(u"packed/read.me"_s, "no module");
        QDir().mkpath(m_folders->dropped());
        const QString archive = m_folders->dropped() + u"/vendor.tar.gz"_s;
        QCOMPARE(QProcess::execute(
                     u"tar"_s, {u"czf"_s, archive, u"-C"_s, m_folders->path(u"packed"_s), u"mibs"_s, u"read.me"_s}),
            0);
        const ImportPlan plan = examine();
        QCOMPARE(plan.summary(), u"2 modules"_s);
        QCOMPARE(plan.remarks(), u"1 file without a module"_s);
        QVERIFY(std::ranges::any_of(
            plan.files(), [&](const ImportFile &file) { return file.shownPath() == archive + u"/mibs/X-MIB.txt"_s; }));
        const auto results = carryOutImport(plan, m_folders->user());
        QCOMPARE(results.size(), 2);
        for (const ImportResult &result : results)
            QVERIFY(!result.failure);
        QCOMPARE(ImportFolders::read(m_folders->path(u"data/mibs/X-MIB.txt"_s)), bytes);
    }

    void aTakenNameGetsANumber() {
        const QByteArray mine = module("OTHER-MIB", New, 7);
        m_folders->write(u"data/mibs/X-MIB.txt"_s, mine);
        m_folders->write(u"dropped/X-MIB.txt"_s, module("X-MIB", New, 1));
        m_folders->write(u"dropped/again/X-MIB.txt"_s, module("Y-MIB", New, 2));
        const auto results = import();
        QCOMPARE(results.size(), 2);
        QStringList names{results[0].path.section(u'/', -1), results[1].path.section(u'/', -1)};
        names.sort();
        QCOMPARE(names, QStringList({u"X-MIB.2.txt"_s, u"X-MIB.3.txt"_s}));
        QCOMPARE(ImportFolders::read(m_folders->path(u"data/mibs/X-MIB.txt"_s)), mine);
    }

    void whatIsReplacedIsKeptBesideTheFolder() {
        const QByteArray old = module("X-MIB", Old, 1);
        m_folders->write(u"data/mibs/vendor/X-MIB.txt"_s, old);
        m_folders->write(u"data/mibs-replaced/X-MIB.txt.1.old"_s, "older still");
        m_folders->write(u"dropped/X-MIB.txt"_s, module("X-MIB", New, 2));
        const auto results = import();
        QVERIFY(!results.front().failure);
        QCOMPARE(results.front().setAside, QStringList(m_folders->path(u"data/mibs-replaced/X-MIB.txt.2.old"_s)));
        QCOMPARE(ImportFolders::read(results.front().setAside.front()), old);
        QCOMPARE(ImportFolders::read(m_folders->path(u"data/mibs-replaced/X-MIB.txt.1.old"_s)), "older still");
        QVERIFY(!QFile::exists(m_folders->path(u"data/mibs/vendor/X-MIB.txt"_s)));
        QCOMPARE(m_folders->library()->module(u"X-MIB")->file, m_folders->path(u"data/mibs/X-MIB.txt"_s));
        QCOMPARE(m_folders->library()->module(u"X-MIB")->rivals, 0);
    }

    void anOlderOneThatThePersonWantsIsUsed() {
        m_folders->write(u"data/mibs/X-MIB.txt"_s, module("X-MIB", New, 1));
        const QByteArray older = module("X-MIB", Old, 2);
        m_folders->write(u"dropped/X-MIB.txt"_s, older);
        ImportPlan plan = examine();
        plan.choose(0, true);
        const auto results = carryOutImport(plan, m_folders->user());
        QVERIFY(!results.front().failure);
        QCOMPARE(ImportFolders::read(m_folders->path(u"data/mibs/X-MIB.txt"_s)), older);
        QCOMPARE(m_folders->library()->module(u"X-MIB")->lastUpdated, u"1999-01-01 00:00"_s);
    }

    void aFileThatChangedMeanwhileIsNotCopied() {
        const QString path = m_folders->write(u"dropped/X-MIB.txt"_s, module("X-MIB", New, 1));
        const ImportPlan plan = examine();
        m_folders->write(u"dropped/X-MIB.txt"_s, module("X-MIB", New, 2));
        const auto results = carryOutImport(plan, m_folders->user());
        QVERIFY(results.front().failure);
        QCOMPARE(results.front().failure->kind(), Failure::Kind::File);
        QCOMPARE(results.front().failure->arguments().front(), path);
        QVERIFY(QDir(m_folders->user()).isEmpty());
    }

    void aFolderThatCannotBeWrittenIsToldForEachFile() {
        if (geteuid() == 0) {
            // Root may write anywhere but below a file.
            m_folders->write(u"data/mibs"_s, "a file stands in the way");
        } else {
            QDir().mkpath(m_folders->user());
            QFile::setPermissions(m_folders->user(), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        }
        m_folders->write(u"dropped/X-MIB.txt"_s, module("X-MIB", New, 1));
        m_folders->write(u"dropped/Y-MIB.txt"_s, module("Y-MIB", New, 2));
        const auto results = carryOutImport(examine(), m_folders->user());
        QCOMPARE(results.size(), 2);
        for (const ImportResult &result : results) {
            QVERIFY(result.failure);
            QVERIFY(result.path.isEmpty());
        }
    }

    void aCancelledImportTellsWhatWasDone() {
        for (int i = 0; i < 3; ++i)
            m_folders->write(u"dropped/X%1-MIB"_s.arg(i), module("X" + QByteArray::number(i) + "-MIB", New, i));
        std::atomic<bool> cancelled = false;
        const auto stopAtTwo = [&cancelled](int done, int) { cancelled = done == 2; };
        const auto results = carryOutImport(examine(), m_folders->user(), stopAtTwo, &cancelled);
        QCOMPARE(results.size(), 2);
        QCOMPARE(QDir(m_folders->user()).entryList(QDir::Files).size(), 2);
    }

private:
    static constexpr const char *New = "202001010000Z";
    static constexpr const char *Old = "199901010000Z";

    static QByteArray module(const QByteArray &name, const QByteArray &date, int number) {
        return ImportFolders::module(name, date, number);
    }
    ImportPlan examine() { return examineImport({m_folders->dropped()}, m_folders->library(), m_folders->user()); }
    QList<ImportResult> import() { return carryOutImport(examine(), m_folders->user()); }

    std::unique_ptr<ImportFolders> m_folders;
};

QTEST_GUILESS_MAIN(TestImportWork)
#include "tst_importwork.moc"
