// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const QByteArray community = "seen-by-nobody";
const QByteArray passphrase = "open sesame 7"; // of the vault

QByteArray contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every file below the folder that holds one of the secrets, as it is or encoded.
QStringList filesWithASecret(const QString &folder) {
    QStringList found;
    for (QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();) {
        const QString path = each.next();
        const QByteArray text = contentOf(path);
        for (const QByteArray &secret : {community, passphrase}) {
            if (text.contains(secret) || text.contains(secret.toHex())
                || text.contains(secret.toBase64(QByteArray::OmitTrailingEquals)))
                found.append(path);
        }
    }
    return found;
}

} // namespace

/// Secrets of saved devices: from their store without a letter, and in nothing that another person could read.
class TestCliSecrets final : public QObject {
    Q_OBJECT

private slots:
    void aSavedDevicesSecretComesFromTheVault() {
        Program program;
        const Listening agent(program, {u"serve"_s, u"demo"_s, u"-c"_s, text(community)});
        QVERIFY2(agent.isUp(), agent.said().constData());
        QVERIFY(keepInVault(program, agent.address()));
        QCOMPARE(program.run({u"secrets"_s}).out, QByteArray("vault\n"));

        const Ran locked = program.run({u"get"_s, u"core1"_s, u"sysName.0"_s}); // nobody says the pass-phrase
        QCOMPARE(locked.status, 2);
        QVERIFY2(locked.err.contains("WALKABOUT_VAULT"), locked.err.constData());
        program.environment.insert(u"WALKABOUT_VAULT"_s, u"open barley"_s);
        const Ran wrong = program.run({u"get"_s, u"core1"_s, u"sysName.0"_s});
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.err.contains("not the master pass-phrase"), wrong.err.constData());

        program.environment.insert(u"WALKABOUT_VAULT"_s, text(passphrase));
        QCOMPARE(program.run({u"get"_s, u"core1"_s, u"sysName.0"_s}).status, 0);
        QCOMPARE(program.run({u"get"_s, u"core1"_s, u"--with"_s, u"core1"_s, u"sysName.0"_s}).status, 0);
        QCOMPARE(program.run({u"diagnose"_s, u"core1"_s}).status, 0);
        // Read with what is stored, written with nothing: that is not a community to write with.
        QCOMPARE(program.run({u"set"_s, u"core1"_s, u"sysContact.0=me"_s}).status, 2);
    }

    void lettersWinOverTheStoreAndTheStoreOverTheEnvironment() {
        Program program;
        const Listening agent(program, {u"serve"_s, u"demo"_s, u"-c"_s, text(community)});
        QVERIFY(keepInVault(program, agent.address()));
        program.environment.insert(u"WALKABOUT_VAULT"_s, text(passphrase));
        program.environment.insert(u"WALKABOUT_COMMUNITY"_s, u"of another device"_s);
        QCOMPARE(program.run({u"get"_s, u"core1"_s, u"sysName.0"_s}).status, 0);
        QCOMPARE(
            program.run({u"get"_s, u"core1"_s, u"-c"_s, u"wrong"_s, u"-t"_s, u"0.1"_s, u"-r"_s, u"0"_s, u"sysName.0"_s})
                .status,
            3);
        // Where nobody opens the vault, the environment does.
        program.environment.remove(u"WALKABOUT_VAULT"_s);
        program.environment.insert(u"WALKABOUT_COMMUNITY"_s, text(community));
        const Ran ran = program.run({u"get"_s, u"core1"_s, u"sysName.0"_s});
        QVERIFY2(ran.status == 0, ran.err.constData());
    }

    void aPlaceIsChosenAndLeft() {
        Program program;
        QCOMPARE(program.run({u"secrets"_s}).status, 0);
        QCOMPARE(program.run({u"secrets"_s, u"wallet"_s}).status, 2);
        QCOMPARE(program.run({u"secrets"_s, u"vault"_s}).status, 2); // without a pass-phrase
        QVERIFY(!QFile::exists(program.folder(u"secrets.vault"_s)));
        QVERIFY(keepInVault(program, u"192.0.2.1"_s));
        program.environment.insert(u"WALKABOUT_VAULT"_s, text(passphrase));
        QCOMPARE(program.run({u"secrets"_s, u"memory"_s}).status, 0);
        QCOMPARE(program.run({u"secrets"_s, u"--json"_s}).objects().first()["secrets"_L1].toString(), u"memory"_s);
        QVERIFY(!contentOf(program.folder(u"secrets.vault"_s)).contains(idOf(program, u"core1"_s)));
    }

    void theVaultGetsAnotherPassphrase() {
        Program program;
        QCOMPARE(program.run({u"secrets"_s, u"--change-passphrase"_s}).status, 2); // there is no vault
        const Listening agent(program, {u"serve"_s, u"demo"_s, u"-c"_s, text(community)});
        QVERIFY(keepInVault(program, agent.address()));
        const QByteArray before = contentOf(program.folder(u"secrets.vault"_s));
        program.environment.insert(u"WALKABOUT_VAULT_NEW"_s, u"open rye 8"_s);
        QCOMPARE(program.run({u"secrets"_s, u"--change-passphrase"_s}).status, 2); // nobody says the one before
        program.environment.insert(u"WALKABOUT_VAULT"_s, u"open barley"_s);
        const Ran wrong = program.run({u"secrets"_s, u"--change-passphrase"_s});
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.err.contains("not the master pass-phrase"), wrong.err.constData());
        QCOMPARE(contentOf(program.folder(u"secrets.vault"_s)), before);

        program.environment.insert(u"WALKABOUT_VAULT"_s, text(passphrase));
        QCOMPARE(program.run({u"secrets"_s, u"memory"_s, u"--change-passphrase"_s}).status, 2); // one or the other
        const Ran changed = program.run({u"secrets"_s, u"--change-passphrase"_s});
        QVERIFY2(changed.status == 0, changed.err.constData());
        QCOMPARE(program.run({u"get"_s, u"core1"_s, u"sysName.0"_s}).status, 2);
        program.environment.insert(u"WALKABOUT_VAULT"_s, u"open rye 8"_s);
        QCOMPARE(program.run({u"get"_s, u"core1"_s, u"sysName.0"_s}).status, 0);
        QCOMPARE(filesWithASecret(program.folder()), QStringList());
    }

    void aRemovedDeviceLeavesNothingInTheVault() {
        const Program program;
        QVERIFY(keepInVault(program, u"192.0.2.1"_s));
        const QByteArray id = idOf(program, u"core1"_s);
        QVERIFY(contentOf(program.folder(u"secrets.vault"_s)).contains(id));
        QCOMPARE(program.run({u"devices"_s, u"remove"_s, u"core1"_s}).status, 0);
        QVERIFY(!contentOf(program.folder(u"secrets.vault"_s)).contains(id));
    }

    void aStoredUsersInformIsAccepted() {
        Program program;
        program.environment.insert(u"WALKABOUT_VAULT"_s, text(passphrase));
        QCOMPARE(program.run({u"secrets"_s, u"vault"_s}).status, 0);
        QCOMPARE(program
                     .run({u"devices"_s, u"add"_s, u"core2"_s, u"192.0.2.2"_s, u"-v3"_s, u"-l"_s, u"authPriv"_s,
                         u"-u"_s, u"ada"_s, u"-a"_s, u"SHA"_s, u"-A"_s, u"authentic-pass"_s, u"-x"_s, u"AES"_s, u"-X"_s,
                         u"private-pass"_s})
                     .status,
            0);
        if (program.runOther(u"snmptrap"_s, {u"--version"_s}).status < 0)
            QSKIP("snmptrap is not installed");
        const auto traps = program.begin({u"traps"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--count"_s, u"1"_s,
            u"--json"_s, u"--journal"_s, program.folder(u"t.sqlite"_s)});
        QByteArray said;
        while (!said.contains('\n') && traps->state() == QProcess::Running) {
            traps->setReadChannel(QProcess::StandardError);
            traps->waitForReadyRead(1000);
            said += traps->readAllStandardError();
        }
        const QByteArray port = said.mid(said.lastIndexOf(':') + 1).trimmed();
        const Ran sent = program.runOther(u"snmptrap"_s,
            {u"-v3"_s, u"-Ci"_s, u"-l"_s, u"authPriv"_s, u"-u"_s, u"ada"_s, u"-a"_s, u"SHA"_s, u"-A"_s,
                u"authentic-pass"_s, u"-x"_s, u"AES"_s, u"-X"_s, u"private-pass"_s, u"127.0.0.1:"_s + text(port),
                QString(), u"1.3.6.1.6.3.1.1.5.1"_s});
        QVERIFY2(sent.status == 0, sent.err.constData());
        const Ran received = Program::ended(*traps);
        QCOMPARE(received.status, 0);
        QCOMPARE(received.objects().first()["user"_L1].toString(), u"ada"_s);
    }

    void noFileOfOursHoldsASecret() {
        Program program;
        const Listening agent(program,
            {u"serve"_s, u"demo"_s, u"-c"_s, text(community), u"--log-level"_s, u"debug"_s, u"--log-file"_s,
                program.folder(u"serve.log"_s)});
        QVERIFY(keepInVault(program, agent.address()));
        program.environment.insert(u"WALKABOUT_VAULT"_s, text(passphrase));
        const Ran ran = program.run({u"walk"_s, u"core1"_s, u"system"_s, u"--log-level"_s, u"debug"_s, u"--log-file"_s,
            program.folder(u"walk.log"_s)});
        QCOMPARE(ran.status, 0);
        QVERIFY(!ran.out.contains(community) && !ran.err.contains(community));
        QVERIFY(contentOf(program.folder(u"walk.log"_s)).contains("walkabout.event")); // it was told everything
        QVERIFY(contentOf(program.folder(u"settings.json"_s)).contains("vault"));
        QVERIFY(QFile::exists(program.folder(u"devices.json"_s)));
        QVERIFY(QFile::exists(program.folder(u"secrets.vault"_s)));
        QCOMPARE(filesWithASecret(program.folder()), QStringList());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(program.folder(u"secrets.vault"_s)) & others));
    }

    void theProcessListShowsNoSecret() {
        const Program program;
        Listening agent(
            program, {u"serve"_s, u"demo"_s, u"-c"_s, text(community), u"--write"_s, u"written-by-nobody"_s});
        QVERIFY(agent.isUp());
        const QByteArray line = contentOf(u"/proc/%1/cmdline"_s.arg(agent.process().processId()));
        QVERIFY(line.contains("serve"));
        QVERIFY2(!line.contains(community) && !line.contains("written-by-nobody"), line.constData());
    }

    void aCrashLeavesNoSecretBehind() {
        const Program program;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(program.folder()));
        for (const bool isRaised : {false, true}) {
            Listening agent(program, {u"serve"_s, u"demo"_s, u"-c"_s, text(community)});
            QVERIFY(agent.isUp());
            const auto id = pid_t(agent.process().processId());
            QVERIFY(contentOf(u"/proc/%1/limits"_s.arg(id)).contains("Max core file size        0 "));
            QCOMPARE(contentOf(u"/proc/%1/coredump_filter"_s.arg(id)).trimmed().toLongLong(nullptr, 16), 0);
            // As where a core is piped to a program, which no limit stops.
            const rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
            if (isRaised && ::prlimit(id, RLIMIT_CORE, &all, nullptr) != 0)
                break; // root alone may
            QCOMPARE(::kill(id, SIGABRT), 0);
            QVERIFY(agent.process().waitForFinished(Program::Patience));
            QCOMPARE(agent.process().exitStatus(), QProcess::CrashExit);
            const QStringList cores = QDir(program.folder()).entryList({u"core*"_s}, QDir::Files);
            if (!isRaised)
                QCOMPARE(cores, QStringList());
            for (const QString &core : cores)
                QVERIFY(!contentOf(program.folder(core)).contains(community));
        }
        QDir::setCurrent(before);
    }

private:
    static QString text(const QByteArray &bytes) { return QString::fromLatin1(bytes); }
    static QByteArray idOf(const Program &program, const QString &name) {
        const QJsonObject root = QJsonDocument::fromJson(contentOf(program.folder(u"devices.json"_s))).object();
        for (const auto &device : root["devices"_L1].toArray()) {
            if (device["name"_L1].toString() == name)
                return device["id"_L1].toString().remove(u'{').remove(u'}').toLatin1();
        }
        return "no such device";
    }
    /// core1 at this address, its community in the vault.
    static bool keepInVault(const Program &program, const QString &address) {
        Program opener;
        opener.environment.insert(u"WALKABOUT_VAULT"_s, text(passphrase));
        const auto run = [&](QStringList arguments) {
            arguments << u"--config-dir"_s << program.folder();
            const auto process = opener.begin(arguments, u"/usr/bin/env"_s);
            return Program::ended(*process).status == 0;
        };
        return run({Program::path(), u"secrets"_s, u"vault"_s})
            && run({Program::path(), u"devices"_s, u"add"_s, u"core1"_s, address, u"-c"_s, text(community)});
    }
};

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_clisecrets.moc"
