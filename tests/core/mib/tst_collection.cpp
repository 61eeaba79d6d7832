// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/collection.h"
#include "core/mib/compiler.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestCollection final : public QObject {
    Q_OBJECT

private slots:
    void prefersTheTierThenTheNewer() {
        const QTemporaryDir dir;
        const QString mineOld = write(dir, u"mine/a/OLD.txt"_s, module("199901010000Z", 1));
        const QString mineNew = write(dir, u"mine/b/NEW.txt"_s, module("9912310000Z", 2));
        const QString system = write(dir, u"system/X-MIB"_s, module("203001010000Z", 3));
        const auto library = compileLibrary(
            {{{dir.filePath(u"system"_s), Collection::System}, {dir.filePath(u"mine"_s), Collection::User}}});
        const ModuleInfo *info = library->module(u"X-MIB");
        QVERIFY(info);
        QCOMPARE(info->file, mineNew);
        QCOMPARE(library->facts(u"X-MIB").rivals, QStringList({mineOld, system}));
        QCOMPARE(info->tier, int(Collection::User));
        QCOMPARE(library->named(u"x").front().oid(), Oid({1, 9, 2}));
        QCOMPARE(library->named(u"x").front().file(), mineNew);
    }

    void readsFoldersToTheBottomAndAFileOnce() {
        const QTemporaryDir dir;
        write(dir, u"a/b/c/d/X-MIB"_s, module("200001010000Z", 1));
        const auto library
            = compileLibrary({{{dir.path(), Collection::User}, {dir.filePath(u"a/b"_s), Collection::System}}});
        QCOMPARE(library->modules().size(), 1);
        QCOMPARE(library->module(u"X-MIB")->rivals, 0);
    }

    void takesWhatIsGivenBeforeTheSystem() {
        const QTemporaryDir user;
        const Collection collection = Collection::standard({u"/given/one"_s}, user.path());
        QCOMPARE(collection.folders[0].path, u"/given/one"_s);
        QCOMPARE(collection.folders[1].path, user.path());
        QCOMPARE(collection.folders[1].tier, Collection::User);
        for (qsizetype i = 1; i < collection.folders.size(); ++i)
            QVERIFY(collection.folders[i - 1].tier <= collection.folders[i].tier);
    }

    void findsTheShippedModules() {
        const QString folder = Collection::shippedFolder();
        QVERIFY2(QFile::exists(folder + u"/SNMPv2-SMI"_s), qPrintable(folder));
    }

    void namesAFolderThatIsNotThere() {
        const auto library = compileLibrary({{{u"/nowhere/at/all"_s, Collection::User}}});
        QCOMPARE(library->diagnostics().size(), 1);
        QCOMPARE(library->diagnostics().front().code, u"no-such-file"_s);
        QCOMPARE(library->diagnostics().front().file, u"/nowhere/at/all"_s);
    }

private:
    static QByteArray module(const QByteArray &date, int number) {
        return "X-MIB DEFINITIONS ::= BEGIN x MODULE-IDENTITY LAST-UPDATED \"" + date
            + "\" ORGANIZATION \"o\" CONTACT-INFO \"c\" DESCRIPTION \"d\" ::= { iso 9 " + QByteArray::number(number)
            + " } END\n";
    }
    static QString write(const QTemporaryDir &dir, const QString &name, const QByteArray &text) {
        const QString path = dir.filePath(name);
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }
};

QTEST_GUILESS_MAIN(TestCollection)
#include "tst_collection.moc"
