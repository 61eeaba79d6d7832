// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// devices: groups and profiles, import of other programs' files, the project file there and back.
class TestDeviceFiles final : public QObject {
    Q_OBJECT

private slots:
    void groupsAreGivenAndAskedFor() {
        const Program program;
        QCOMPARE(
            program.run({u"devices"_s, u"add"_s, u"a"_s, u"192.0.2.1"_s, u"--group"_s, u"Zurich/ Core"_s}).status, 0);
        QCOMPARE(program.run({u"devices"_s, u"add"_s, u"b"_s, u"192.0.2.2"_s, u"--group"_s, u"Bern"_s}).status, 0);
        QCOMPARE(program.run({u"devices"_s, u"add"_s, u"c"_s, u"192.0.2.3"_s}).status, 0);
        QCOMPARE(
            names(program.run({u"devices"_s, u"list"_s, u"--json"_s, u"--group"_s, u"Zurich"_s})), QStringList{u"a"_s});
        const Ran shown = program.run({u"devices"_s, u"show"_s, u"a"_s});
        QVERIFY2(shown.out.contains("group:      Zurich/Core"), shown.out.constData());
        QCOMPARE(program.run({u"devices"_s, u"list"_s}).lines().size(), 3);
    }

    void snmpConfBecomesAProfileThatDevicesAreReadWith() {
        Program program;
        program.environment.insert(u"WALKABOUT_VAULT"_s, u"the master pass-phrase"_s);
        QCOMPARE(program.run({u"secrets"_s, u"vault"_s}).status, 0);
        Listening agent(program, {u"serve"_s, u"demo"_s, u"-c"_s, u"hidden-in-conf"_s});
        QVERIFY2(agent.isUp(), agent.said().constData());
        const QString conf = program.write(u"snmp.conf"_s, "mibs +ALL\ndefVersion 2c\ndefCommunity hidden-in-conf\n");
        const Ran imported = program.run({u"devices"_s, u"import"_s, conf});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QVERIFY2(imported.err.contains("1 new"), imported.err.constData());
        const QString profile = u"snmp.conf, community v2c"_s;
        const Ran added = program.run({u"devices"_s, u"add"_s, u"core1"_s, agent.address(), u"--profile"_s, profile});
        QVERIFY2(added.status == 0, added.err.constData());
        const Ran got = program.run({u"get"_s, u"core1"_s, u"1.3.6.1.2.1.1.5.0"_s});
        QVERIFY2(got.status == 0, got.err.constData());
        QCOMPARE(names(program.run({u"devices"_s, u"list"_s, u"--json"_s, u"--profile"_s, profile})),
            QStringList{u"core1"_s});
        QCOMPARE(program.run({u"devices"_s, u"profiles"_s, u"--json"_s}).objects().value(0)["devices"_L1].toInt(), 1);
        QCOMPARE(program.run({u"devices"_s, u"add"_s, u"x"_s, u"192.0.2.1"_s, u"--profile"_s, u"none"_s}).status, 2);
        for (const QString &file : {u"devices.json"_s, u"settings.json"_s, u"secrets.vault"_s}) {
            QFile kept(program.folder(file));
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QVERIFY2(!kept.readAll().contains("hidden-in-conf"), qPrintable(file));
        }
    }

    void aProfileIsMadeUsedAndForgotten() {
        Program program;
        program.environment.insert(u"WALKABOUT_VAULT"_s, u"the master pass-phrase"_s);
        QCOMPARE(program.run({u"secrets"_s, u"vault"_s}).status, 0);
        const QStringList letters{u"-v"_s, u"3"_s, u"-u"_s, u"ada"_s, u"-a"_s, u"SHA-256"_s, u"-A"_s,
            u"hidden-in-profile"_s, u"-x"_s, u"AES"_s, u"-X"_s, u"hidden-in-profile"_s};
        Listening agent(program, QStringList{u"serve"_s, u"demo"_s} + letters);
        QVERIFY2(agent.isUp(), agent.said().constData());
        const QStringList add{u"devices"_s, u"profiles"_s, u"add"_s};
        const Ran made = program.run(add + QStringList{u"night"_s} + letters);
        QVERIFY2(made.status == 0, made.err.constData());
        QCOMPARE(program.run(add + QStringList{u"night"_s} + letters).status, 2); // there is one
        QCOMPARE(program.run(add + QStringList{u"x"_s, u"-v"_s, u"3"_s}).status, 2); // no user
        QCOMPARE(program.run(add + QStringList{u"x"_s, u"-v"_s, u"4"_s}).status, 2);
        QCOMPARE(
            program.run({u"devices"_s, u"add"_s, u"core1"_s, agent.address(), u"--profile"_s, u"night"_s}).status, 0);
        const Ran got = program.run({u"get"_s, u"core1"_s, u"1.3.6.1.2.1.1.5.0"_s});
        QVERIFY2(got.status == 0, got.err.constData());
        const Ran removed = program.run({u"devices"_s, u"profiles"_s, u"remove"_s, u"night"_s});
        QVERIFY2(removed.status == 0 && removed.err.contains("1 device with it"), removed.err.constData());
        QCOMPARE(program.run({u"devices"_s, u"profiles"_s}).out, QByteArray());
        QCOMPARE(program.run({u"devices"_s, u"profiles"_s, u"remove"_s, u"night"_s}).status, 2);
        const QJsonObject kept = program.run({u"devices"_s, u"show"_s, u"core1"_s, u"--json"_s}).objects().value(0);
        QCOMPARE(kept["user"_L1].toString(), u"ada"_s);
        QCOMPARE(program.run({u"get"_s, u"core1"_s, u"1.3.6.1.2.1.1.5.0"_s}).status, 2); // the secret went with it
    }

    void aTableSaysWhatIsWrongByLine() {
        const Program program;
        const QString table = program.write(u"net.csv"_s,
            "name,host,version,community,group\na,192.0.2.1,2c,hidden-in-table,G\nb,192.0.2.2,7,x,G\na2,192.0.2.1,,,"
            "\n");
        const Ran imported = program.run({u"devices"_s, u"import"_s, table});
        QCOMPARE(imported.status, 5); // the other lines are taken
        QVERIFY2(imported.err.contains("line 3: “7”"), imported.err.constData());
        QVERIFY2(imported.err.contains("a has this address"), imported.err.constData());
        QVERIFY2(imported.err.contains("not stored"), imported.err.constData());
        QCOMPARE(names(program.run({u"devices"_s, u"list"_s, u"--json"_s})), QStringList{u"a"_s});
        QCOMPARE(program.run({u"devices"_s, u"import"_s, program.folder(u"nothing.csv"_s)}).status, 5);
        const QString other = program.write(u"other.csv"_s, QByteArray("\x7f\x00\x01\xff,\n\x02", 7));
        const Ran refused = program.run({u"devices"_s, u"import"_s, other});
        QCOMPARE(refused.status, 5);
        QVERIFY2(refused.err.contains("other.csv, line 1:"), refused.err.constData());
        const QString wider = program.write(u"wider.csv"_s, "name,host,rack\nw,192.0.2.9,4\n");
        const Ran wide = program.run({u"devices"_s, u"import"_s, wider});
        QCOMPARE(wide.status, 0);
        QVERIFY2(wide.err.contains("“rack” is not known"), wide.err.constData());
    }

    void aProjectIsMergedByUuid() {
        const Program here;
        const Program there;
        QCOMPARE(here.run({u"devices"_s, u"add"_s, u"a"_s, u"192.0.2.1"_s, u"-c"_s, u"hidden"_s, u"--group"_s, u"G"_s})
                     .status,
            0);
        const QString file = here.folder(u"net.walkabout.json"_s);
        QCOMPARE(here.run({u"devices"_s, u"export"_s, file}).status, 0);
        QFile exported(file);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QVERIFY(!exported.readAll().contains("hidden"));
        const Ran first = there.run({u"devices"_s, u"import"_s, file});
        QVERIFY2(first.err.contains("1 new, 0 changed, 0 already there"), first.err.constData());
        const Ran again = there.run({u"devices"_s, u"import"_s, file});
        QVERIFY2(again.err.contains("0 new, 0 changed, 1 already there"), again.err.constData());
        QCOMPARE(there.run({u"devices"_s, u"show"_s, u"a"_s, u"--json"_s}).objects(),
            here.run({u"devices"_s, u"show"_s, u"a"_s, u"--json"_s}).objects());
        QCOMPARE(there.run({u"devices"_s, u"export"_s, here.folder(u"back.walkabout.json"_s)}).status, 0);
        QFile back(here.folder(u"back.walkabout.json"_s));
        QVERIFY(back.open(QIODevice::ReadOnly));
        QVERIFY(exported.seek(0));
        QCOMPARE(back.readAll(), exported.readAll());
    }

private:
    static QStringList names(const Ran &ran) {
        QStringList names;
        for (const QJsonObject &device : ran.objects())
            names += device["name"_L1].toString();
        return names;
    }
};

QTEST_GUILESS_MAIN(TestDeviceFiles)
#include "tst_clidevicefiles.moc"
