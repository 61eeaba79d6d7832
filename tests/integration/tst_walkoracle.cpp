// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/snmp/session.h"
#include "tests/cli/program.h"
#include "tests/support/snmpd.h"
#include "tests/support/waiting.h"

#include <QDirIterator>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Every recording of a real device, served by our agent in another process: what net-snmp's snmpbulkwalk reads of it
/// is what our walk reads, at every pace.
class TestWalkOracle final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!Snmpd::isInstalled(u"snmpbulkwalk"_s))
            QSKIP("snmpbulkwalk is not installed");
    }

    void readsWhatSnmpbulkwalkReads_data() {
        QTest::addColumn<QString>("path");
        const QString folder = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/devices");
        QStringList paths;
        QDirIterator files(
            folder, {u"*.snmprec"_s, u"*.snmpwalk"_s, u"*.walk"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths += files.next();
        paths.sort();
        for (const QString &path : std::as_const(paths)) {
            if (QFileInfo(path).size() < 1'000'000) // the large ones are the benchmark's
                QTest::newRow(qPrintable(path.mid(folder.size() + 1))) << path;
        }
        if (paths.isEmpty())
            QSKIP("there are no recordings beside the project");
    }
    void readsWhatSnmpbulkwalkReads() {
        QFETCH(const QString, path);
        const Listening agent(m_program, {u"serve"_s, path});
        if (!agent.isUp())
            return; // it is no recording, and its own test says so
        QProcess theirs;
        theirs.start(u"snmpbulkwalk"_s,
            {u"-v2c"_s, u"-cpublic"_s, u"-Cc"_s, u"-On"_s, u"-Oq"_s, u"-m"_s, u""_s, agent.address(), u"1.3"_s});
        QVERIFY(theirs.waitForFinished(60'000));
        const QList<Oid> expected = oids(theirs.readAllStandardOutput());
        const Endpoint endpoint = *Endpoint::parse(agent.address());
        for (const Pace &pace : {Pace{}, Pace{37, 8, false}, Pace{0, 0, true}}) {
            Session session(
                m_engine, endpoint, Credential::community(Version::V2c, Secret("public")), Bounds{1000ms, 5});
            const auto walk = session.walk({.root = {1, 3}, .pace = pace});
            QList<Oid> found;
            connect(walk.get(), &Operation::batch, walk.get(), [&](const VarBinds &batch) {
                for (const VarBind &varBind : batch)
                    found.append(varBind.oid);
            });
            QVERIFY(finishes(*walk, 60'000));
            QVERIFY2(
                walk->ending() == Ending::Whole, qPrintable(walk->failure() ? walk->failure()->text() : QString()));
            QCOMPARE(found.size(), expected.size());
            QCOMPARE(found, expected);
        }
    }

private:
    /// Of lines of `.1.3.6.1... value`; whatever goes on in the next line does not begin like that.
    static QList<Oid> oids(const QByteArray &text) {
        QList<Oid> found;
        for (const QByteArray &line : text.split('\n')) {
            if (!line.startsWith(".1.") && !line.startsWith(".0.") && !line.startsWith(".2."))
                continue;
            const auto oid = Oid::parse(QString::fromUtf8(line.first(std::max<qsizetype>(line.indexOf(' '), 0))));
            if (oid && (found.isEmpty() || *oid > found.last()) && !line.contains("No more variables left"))
                found.append(*oid);
        }
        return found;
    }

    Program m_program;
    Engine m_engine;
};

QTEST_GUILESS_MAIN(TestWalkOracle)
#include "tst_walkoracle.moc"
