// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chosensecretstore.h"
#include "core/store/devicestore.h"
#include "core/store/settings.h"
#include "tests/cli/program.h"
#include "tests/core/store/asked.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QStandardPaths>
#include <QTest>

#include <array>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using Place = ChosenSecretStore::Place;

/// Secrets in a real Secret Service: a gnome-keyring of the test's own, on a session bus of its own.
class TestKeyring final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void keepsReadsAndForgets();
    void isReadByAnotherProgram();
    void movesFromTheVaultAndLeavesNothingThere();
    void theWindowReadsWhatTheCommandLineKept();
    void isRefusedWhereNoneAnswers();
    void noFileHoldsASecret();

private:
    /// What secret-tool finds; empty: nothing.
    [[nodiscard]] QByteArray lookedUp(const QUuid &device) const {
        return m_program
            .runOther(u"secret-tool"_s,
                {u"lookup"_s, u"server"_s, u"walkabout"_s, u"user"_s, device.toString(QUuid::WithoutBraces)})
            .out;
    }
    [[nodiscard]] QUuid idOf(const QString &name) const {
        DeviceStore devices(m_program.folder());
        return !devices.load() && devices.named(name) ? devices.named(name)->id : QUuid();
    }

    Program m_program;
    QProcess m_daemon;
    const Secrets m_secrets{
        Secret("seen-by-nobody"), Secret("written by nobody"), Secret("authentic-pass"), Secret("ü%\n")};
};

void TestKeyring::initTestCase() {
    if (qEnvironmentVariableIsEmpty("WALKABOUT_TEST_HOME"))
        QSKIP("dbus-run-session is not installed (package dbus)");
    if (QStandardPaths::findExecutable(u"secret-tool"_s).isEmpty())
        QSKIP("secret-tool is not installed (package libsecret-tools)");
    m_daemon.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    if (!m_daemon.waitForStarted())
        QSKIP("gnome-keyring-daemon is not installed (package gnome-keyring)");
    m_daemon.write("of the test");
    m_daemon.closeWriteChannel();
    // Asked before it has its name, the bus would start another one, which is locked.
    const auto isThere = [this] {
        return m_program
            .runOther(u"dbus-send"_s,
                {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                    u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s})
            .out.contains("boolean true");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 30'000);
    KeyringSecretStore keyring;
    std::optional<bool> answers;
    keyring.find(this, [&answers](bool there) { answers = there; });
    QTRY_COMPARE_WITH_TIMEOUT(answers, true, 30'000);
}

void TestKeyring::cleanupTestCase() {
    m_daemon.terminate();
    m_daemon.waitForFinished(5000);
    const QString home = qEnvironmentVariable("WALKABOUT_TEST_HOME");
    if (!home.isEmpty())
        QDir(home).removeRecursively();
}

void TestKeyring::keepsReadsAndForgets() {
    KeyringSecretStore keyring;
    Asked asked(keyring);
    const QUuid device = QUuid::createUuid();
    QCOMPARE(*asked.read(device), Secrets{});
    QCOMPARE(asked.write(device, m_secrets), std::nullopt);
    QCOMPARE(*asked.read(device), m_secrets);
    QVERIFY2(lookedUp(device).contains("read seen-by-nobody\n"), lookedUp(device).constData());
    const Secrets others{Secret("another"), {}, {}, {}};
    QCOMPARE(asked.write(device, others), std::nullopt); // in its place
    QCOMPARE(*asked.read(device), others);
    QCOMPARE(*asked.read(QUuid::createUuid()), Secrets{});
    QCOMPARE(asked.remove(device), std::nullopt);
    QVERIFY(lookedUp(device).isEmpty());
    QCOMPARE(asked.remove(device), std::nullopt); // nothing is there to be removed
}

void TestKeyring::isReadByAnotherProgram() {
    const Listening agent(m_program, {u"serve"_s, u"demo"_s, u"-c"_s, u"seen-by-nobody"_s});
    QVERIFY2(agent.isUp(), agent.said().constData());
    Device device;
    device.name = u"core1"_s;
    const auto endpoint = Endpoint::parse(agent.address());
    QVERIFY(endpoint.ok());
    device.endpoint = *endpoint;
    {
        DeviceStore devices(m_program.folder());
        Settings settings(m_program.folder());
        QVERIFY(!devices.load() && !settings.load());
        ChosenSecretStore store(devices, settings, m_program.folder());
        Asked asked(store);
        QCOMPARE(asked.done([&](const auto &done) { store.choose(Place::Keyring, {}, this, done); }), std::nullopt);
        QCOMPARE(store.whereKept(), u"desktop keyring"_s);
        QCOMPARE(asked.write(device.id, {Secret("seen-by-nobody"), {}, {}, {}}), std::nullopt);
        QVERIFY(lookedUp(device.id).isEmpty()); // it is not saved yet
        QCOMPARE(devices.save(device), std::nullopt);
        QTRY_VERIFY(!lookedUp(device.id).isEmpty());
    }
    const Ran ran = m_program.run({u"get"_s, u"core1"_s, u"sysName.0"_s, u"--log-level"_s, u"debug"_s, u"--log-file"_s,
        m_program.folder(u"get.log"_s)});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QVERIFY(ran.out.contains("sysName.0 = "));
    QCOMPARE(m_program.run({u"devices"_s, u"remove"_s, u"core1"_s}).status, 0);
    QVERIFY(lookedUp(device.id).isEmpty());
}

void TestKeyring::movesFromTheVaultAndLeavesNothingThere() {
    m_program.environment.insert(u"WALKABOUT_VAULT"_s, u"open sesame"_s);
    QCOMPARE(m_program.run({u"secrets"_s, u"vault"_s}).status, 0);
    QCOMPARE(
        m_program.run({u"devices"_s, u"add"_s, u"core2"_s, u"192.0.2.2"_s, u"-c"_s, u"seen-by-nobody"_s}).status, 0);
    const QUuid device = idOf(u"core2"_s);
    QVERIFY(!device.isNull() && lookedUp(device).isEmpty());
    const Ran moved = m_program.run({u"secrets"_s, u"keyring"_s});
    QVERIFY2(moved.status == 0, moved.err.constData());
    QVERIFY(lookedUp(device).contains("seen-by-nobody"));
    QFile vault(m_program.folder(u"secrets.vault"_s));
    QVERIFY(vault.open(QIODevice::ReadOnly));
    QVERIFY(!vault.readAll().contains(device.toByteArray(QUuid::WithoutBraces)));
    QCOMPARE(m_program.run({u"secrets"_s, u"vault"_s}).status, 0); // and back
    QVERIFY(lookedUp(device).isEmpty());
    QCOMPARE(m_program.run({u"secrets"_s, u"keyring"_s}).status, 0);
    QVERIFY(!lookedUp(device).isEmpty());
    m_program.environment.remove(u"WALKABOUT_VAULT"_s);
}

void TestKeyring::theWindowReadsWhatTheCommandLineKept() {
    const Listening agent(m_program, {u"serve"_s, u"demo"_s, u"-c"_s, u"seen-by-nobody"_s});
    QCOMPARE(
        m_program.run({u"devices"_s, u"add"_s, u"core3"_s, agent.address(), u"-c"_s, u"seen-by-nobody"_s}).status, 0);
    const auto window
        = m_program.begin({u"--config-dir"_s, m_program.folder(), u"--log-level"_s, u"debug"_s, u"--log-file"_s,
                              m_program.folder(u"window.log"_s), u"--screenshot"_s, m_program.folder(u"window.png"_s),
                              u"--get"_s, u"core3"_s, u"SNMPv2-MIB::sysName.0"_s},
            QStringLiteral(WALKABOUT_BIN_DIR "/walkabout"));
    QFile cmdline(u"/proc/%1/cmdline"_s.arg(window->processId()));
    QVERIFY(cmdline.open(QIODevice::ReadOnly));
    QVERIFY(!cmdline.readAll().contains("seen-by-nobody"));
    const Ran ran = Program::ended(*window);
    QVERIFY2(ran.status == 0, ran.err.constData());
    QFile log(m_program.folder(u"window.log"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray told = log.readAll();
    QVERIFY2(told.contains("walkabout.event: response from"), told.constData());
}

void TestKeyring::isRefusedWhereNoneAnswers() {
    Program apart;
    apart.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    const Ran ran = apart.run({u"secrets"_s, u"keyring"_s});
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains("keyring"), ran.err.constData());
    QVERIFY(apart.run({u"secrets"_s}).out.isEmpty()); // nothing was chosen
}

void TestKeyring::noFileHoldsASecret() {
    int files = 0;
    for (const QString &folder : {m_program.folder(), qEnvironmentVariable("WALKABOUT_TEST_HOME")}) {
        for (QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();
             ++files) {
            QFile file(each.next());
            if (!file.open(QIODevice::ReadOnly))
                continue; // a socket
            const QByteArray text = file.readAll();
            for (const QByteArrayView secret : {m_secrets.readCommunity.reveal(), m_secrets.writeCommunity.reveal(),
                     m_secrets.authPassphrase.reveal(), QByteArrayView("open sesame")})
                QVERIFY2(!text.contains(secret), qPrintable(file.fileName()));
        }
    }
    QVERIFY(files >= 5); // devices, settings, vault, logs, and the keyring's own
}

// The program runs itself on a session bus and in a home of its own: no keyring of whoever runs the tests is touched.
int main(int argc, char **argv) {
    if (qEnvironmentVariableIsEmpty("WALKABOUT_TEST_HOME")) {
        std::array<char, 64> home{"/tmp/tst_keyring-XXXXXX"};
        if (::mkdtemp(home.data())) {
            qputenv("WALKABOUT_TEST_HOME", home.data());
            for (const char *variable :
                {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
                qputenv(variable, home.data());
            std::vector<char *> arguments{const_cast<char *>("dbus-run-session"), const_cast<char *>("--")};
            arguments.insert(arguments.end(), argv, argv + argc);
            arguments.push_back(nullptr);
            ::execvp(arguments.front(), arguments.data());
            ::rmdir(home.data());
            qunsetenv("WALKABOUT_TEST_HOME"); // there is none: said as a skip
        }
    }
    const QCoreApplication application(argc, argv);
    TestKeyring test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyring.moc"
