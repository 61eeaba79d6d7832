// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDirIterator>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// devices: saved, shown, used as a target, removed; never a secret on disk.
class TestDevices final : public QObject {
    Q_OBJECT

private slots:
    void savesUsesAndForgetsADevice() {
        const Program program;
        Listening agent(program, {u"serve"_s, u"demo"_s, u"-c"_s, u"not-on-disk"_s});
        QVERIFY2(agent.isUp(), agent.said().constData());
        const Ran added = program.run({u"devices"_s, u"add"_s, u"core1"_s, agent.address(), u"-c"_s, u"not-on-disk"_s,
            u"-t"_s, u"0.5"_s, u"--notes"_s, u"first floor"_s});
        QVERIFY2(added.status == 0, added.err.constData());
        QVERIFY2(added.err.contains("not stored"), added.err.constData());
        QDirIterator files(program.folder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("not-on-disk"), qPrintable(file.fileName()));
        }

        const Ran listed = program.run({u"devices"_s, u"list"_s, u"--json"_s});
        QCOMPARE(listed.objects().size(), 1);
        QCOMPARE(listed.objects().first()["name"_L1].toString(), u"core1"_s);
        QCOMPARE(listed.objects().first()["timeout"_L1].toDouble(), 0.5);
        QVERIFY(program.run({u"devices"_s, u"show"_s, u"core1"_s}).out.contains("first floor"));

        QCOMPARE(program.run({u"get"_s, u"core1"_s, u"sysName.0"_s}).status, 2); // its secret is not known
        QCOMPARE(program.run({u"get"_s, u"core1"_s, u"-c"_s, u"not-on-disk"_s, u"sysName.0"_s}).status, 0);
        const Ran tested = program.run({u"devices"_s, u"test"_s, u"core1"_s, u"-c"_s, u"not-on-disk"_s});
        QVERIFY2(tested.status == 0, tested.err.constData());
        QVERIFY(tested.out.contains("SNMPv2-MIB::sysDescr.0 = "));

        QCOMPARE(
            program.run({u"devices"_s, u"add"_s, u"core1"_s, u"127.0.0.1"_s}).status, 2); // never replaced by accident
        QCOMPARE(program.run({u"devices"_s, u"remove"_s, u"core1"_s}).status, 0);
        QVERIFY(program.run({u"devices"_s, u"list"_s}).out.isEmpty());
        QCOMPARE(program.run({u"devices"_s, u"remove"_s, u"core1"_s}).status, 2);
    }

    void savesAV3DeviceWithItsProtocols() {
        const Program program;
        QCOMPARE(program
                     .run({u"devices"_s, u"add"_s, u"core2"_s, u"192.0.2.1"_s, u"-v3"_s, u"-l"_s, u"authPriv"_s,
                         u"-u"_s, u"admin"_s, u"-a"_s, u"SHA-512"_s, u"-x"_s, u"AES-256"_s})
                     .status,
            0);
        const QJsonObject device = program.run({u"devices"_s, u"show"_s, u"core2"_s, u"--json"_s}).objects().first();
        QCOMPARE(device["version"_L1].toString(), u"3"_s);
        QCOMPARE(device["user"_L1].toString(), u"admin"_s);
        QCOMPARE(device["level"_L1].toString(), u"authPriv"_s);
        QCOMPARE(device["auth"_L1].toString(), u"SHA-512"_s);
        const Ran asked = program.run({u"get"_s, u"core2"_s, u"sysName.0"_s}); // no secret, and no terminal to ask on
        QCOMPARE(asked.status, 2);
        QVERIFY2(asked.err.contains("core2") && asked.err.contains("pass-phrase"), asked.err.constData());
    }

    void setsADamagedFileAsideAndNamesIt() {
        const Program program;
        QVERIFY(!program.write(u"devices.json"_s, "{ not json").isEmpty());
        const Ran ran = program.run({u"devices"_s, u"list"_s});
        QVERIFY2(ran.err.contains("devices.json"), ran.err.constData());
        bool isKept = false;
        for (const QString &name : QDir(program.folder()).entryList(QDir::Files)) {
            QFile file(program.folder(name));
            isKept = isKept || (file.open(QIODevice::ReadOnly) && file.readAll() == "{ not json");
        }
        QVERIFY(isKept);
    }
};

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_clidevices.moc"
