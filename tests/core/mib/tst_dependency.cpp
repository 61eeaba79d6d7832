// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/dependency.h"

#include "core/mib/compiler.h"
#include "core/mib/dependencycycles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Which modules need which.
class TestDependency final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        write(u"A-MIB"_s, "IMPORTS b FROM B-MIB lost, gone FROM NO-MIB enterprises FROM SNMPv2-SMI;");
        write(u"B-MIB"_s, "IMPORTS c FROM C-MIB lost FROM NO-MIB;");
        write(u"C-MIB"_s, "IMPORTS a FROM A-MIB;");
        write(u"D-MIB"_s, "IMPORTS a FROM A-MIB x FROM OFF-MIB;");
        write(u"OFF-MIB"_s, "IMPORTS a FROM A-MIB;");
        Collection collection;
        collection.folders
            = {{m_folder.path(), Collection::User}, {u"" WALKABOUT_SOURCE_DIR "/mibs"_s, Collection::Shipped}};
        collection.switchedOff = {u"OFF-MIB"_s};
        m_library = compileLibrary(collection);
        m_dependency = Dependency::of(*m_library);
    }

    void tellsWhatAModuleImports() {
        const QList<ModuleImport> imports = m_dependency.imports(u"A-MIB"_s);
        QCOMPARE(imports.size(), 3);
        QCOMPARE(imports, m_library->imports(u"A-MIB"));
        QVERIFY(m_dependency.imports(u"NO-MIB"_s).isEmpty());
    }

    void tellsWhoImportsFromIt() {
        QCOMPARE(m_dependency.importers(u"A-MIB"_s),
            (QList<Dependency::Wanting>{{u"C-MIB"_s, {u"a"_s}}, {u"D-MIB"_s, {u"a"_s}}}));
        QVERIFY(m_dependency.importers(u"D-MIB"_s).isEmpty());
        QVERIFY(m_dependency.importers(u"SNMPv2-SMI"_s).size() > 10);
    }

    void tellsWhatIsMissingWhoWantsItAndWhat() {
        for (const Dependency::Missing &module : m_dependency.missing())
            QVERIFY(!m_library->module(module.module) && !module.wanted.isEmpty());
        const Dependency::Missing *lost = m_dependency.missing(u"NO-MIB");
        QVERIFY(lost);
        QCOMPARE(lost->wanted,
            (QList<Dependency::Wanting>{{u"A-MIB"_s, {u"lost"_s, u"gone"_s}}, {u"B-MIB"_s, {u"lost"_s}}}));
        QCOMPARE(lost->symbolCount(), 2);
        QVERIFY(!lost->switchedOff);
        QVERIFY(m_dependency.missing(u"OFF-MIB")->switchedOff);
        QVERIFY(!m_dependency.missing(u"A-MIB"));
    }

    void findsModulesThatNeedOneAnother() {
        QCOMPARE(m_dependency.cycles(), (QList<QStringList>{{u"A-MIB"_s, u"B-MIB"_s, u"C-MIB"_s}}));
    }

    void findsCyclesOfAnyLength() {
        QVERIFY(mib::cyclesOf({{1}, {2}, {}}).empty());
        QCOMPARE(mib::cyclesOf({{0}}).size(), 1U);
        // Two rings, one that leads to the other.
        QCOMPARE(mib::cyclesOf({{1}, {0, 2}, {3}, {2}}).size(), 2U);
        std::vector<std::vector<int>> ring(200'000);
        for (size_t i = 0; i < ring.size(); ++i)
            ring[i] = {int((i + 1) % ring.size())};
        QCOMPARE(mib::cyclesOf(ring).front().size(), ring.size());
    }

private:
    void write(const QString &module, const QByteArray &imports) {
        QFile file(m_folder.filePath(module));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray object = module.first(module.indexOf(u'-')).toLower().toLatin1();
        file.write(module.toLatin1() + " DEFINITIONS ::= BEGIN " + imports + "\n" + object
            + " OBJECT IDENTIFIER ::= { iso 9 }\nEND\n");
    }

    QTemporaryDir m_folder;
    Library::Pointer m_library;
    Dependency m_dependency;
};

QTEST_GUILESS_MAIN(TestDependency)
#include "tst_dependency.moc"
