// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/boundport.h"
#include "core/trap/portrefusal.h"
#include "core/trap/portright.h"
#include "core/trap/username.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QUdpSocket>
#include <QtEndian>

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace walkabout;

namespace {

/// Another program that holds a UDP port, as this user or another.
class Other final {
public:
    explicit Other(const QStringList &before = {}) {
        const QString script = u"import socket, sys\n"
                               "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                               "s.bind(('127.0.0.1', 0))\n"
                               "print(s.getsockname()[1], flush=True)\n"
                               "sys.stdin.read()\n"_s;
        QStringList words = before + QStringList{u"/usr/bin/python3"_s, u"-c"_s, script};
        const QString program = words.takeFirst();
        process.start(program, words);
        if (process.waitForReadyRead(20'000))
            port = process.readLine().trimmed().toUShort();
    }
    ~Other() {
        process.closeWriteChannel();
        process.waitForFinished();
    }
    QProcess process;
    quint16 port = 0; // 0: it could not be started
};

/// Root is the person without rights while this lives.
class Nobody final {
public:
    Nobody() { m_worked = ::seteuid(65534) == 0; }
    ~Nobody() { m_worked = ::seteuid(0) == 0; }

private:
    bool m_worked = false;
};

} // namespace

class TestPortRefusal final : public QObject {
    Q_OBJECT

private slots:
    void readsTheSystemsTables();
    void aPortExcludesTheSameAddressAndAllOfThem();
    void namesThisProgramAsTheHolder();
    void namesTheHolderOfAnIPv6Port();
    void namesAChildAsTheHolder();
    void saysOnlyTheUserWhereTheProcessIsHidden();
    void nobodyHoldsAFreePort();
    void theRightIsReadFromTheSystem();
    void theSystemAgreesAboutTheRight();
    void saysWhyInOneSentence();

private:
    static QString ownName();
};

QString TestPortRefusal::ownName() {
    QFile file(u"/proc/self/comm"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

void TestPortRefusal::readsTheSystemsTables() {
    if (QSysInfo::ByteOrder != QSysInfo::LittleEndian)
        QSKIP("these lines were taken from a machine of the other byte order");
    // Lines of /proc/net/udp and udp6 of a Debian 12, kernel 6.1.
    const auto v4 = BoundPort::parse(
        "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer "
        "drops\n"
        "  813: 0100007F:00A2 00000000:0000 07 00000000:00000000 00:00000000 00000000   112        0 20214 2 "
        "0000000000000000 0\n"
        "a line of another kind\n");
    QCOMPARE(v4, (QList<BoundPort>{{QHostAddress(u"127.0.0.1"_s), 162, 112, 20214}}));
    const auto v6 = BoundPort::parse(
        "  813: 000080FE00000000FF005450AA6E1BFE:1F90 00000000000000000000000000000000:0000 07 00000000:00000000 "
        "00:00000000 00000000     0        0 20215 2 0000000000000000 0\n");
    QCOMPARE(v6, (QList<BoundPort>{{QHostAddress(u"fe80::5054:ff:fe1b:6eaa"_s), 8080, 0, 20215}}));
}

void TestPortRefusal::aPortExcludesTheSameAddressAndAllOfThem() {
    const QHostAddress one(u"192.0.2.1"_s);
    const QHostAddress other(u"192.0.2.2"_s);
    const QHostAddress v6(u"2001:db8::1"_s);
    const QHostAddress all(QHostAddress::AnyIPv4);
    const QHostAddress all6(QHostAddress::AnyIPv6);
    const auto excludes
        = [](const QHostAddress &bound, const QHostAddress &wanted) { return BoundPort{bound}.excludes(wanted); };
    QVERIFY(excludes(one, one));
    QVERIFY(excludes(one, all));
    QVERIFY(excludes(all, one));
    QVERIFY(excludes(all6, one)); // perhaps of both families
    QVERIFY(excludes(v6, all6));
    QVERIFY(excludes(v6, QHostAddress(QHostAddress::Any)));
    QVERIFY(!excludes(one, other));
    QVERIFY(!excludes(one, v6));
    QVERIFY(!excludes(all, all6)); // ours is of one family
    QVERIFY(!excludes(v6, all));
}

void TestPortRefusal::namesThisProgramAsTheHolder() {
    QUdpSocket held;
    QVERIFY(held.bind(QHostAddress::LocalHost, 0));
    QElapsedTimer clock;
    clock.start();
    const auto refusal = PortRefusal::look(QHostAddress(QHostAddress::AnyIPv4), held.localPort());
    QVERIFY(clock.elapsed() < 1000);
    QVERIFY(refusal.holder);
    QCOMPARE(refusal.holder->process, QCoreApplication::applicationPid());
    QCOMPARE(refusal.holder->program, ownName());
    QCOMPARE(refusal.holder->user, userName(::geteuid()));
    QCOMPARE(refusal.person, userName(::geteuid()));
    QVERIFY(!refusal.lacksRight); // a port beyond those
    QVERIFY(!PortHolder::of(QHostAddress(u"127.0.0.2"_s), held.localPort())); // free at that address
}

void TestPortRefusal::namesTheHolderOfAnIPv6Port() {
    QUdpSocket held;
    if (!held.bind(QHostAddress::LocalHostIPv6, 0))
        QSKIP("this machine has no IPv6");
    const auto holder = PortHolder::of(QHostAddress(QHostAddress::AnyIPv6), held.localPort());
    QVERIFY(holder);
    QCOMPARE(holder->process, QCoreApplication::applicationPid());
    QVERIFY(!PortHolder::of(QHostAddress(QHostAddress::AnyIPv4), held.localPort()));
}

void TestPortRefusal::namesAChildAsTheHolder() {
    const Other other;
    if (other.port == 0)
        QSKIP("python3 is not installed");
    const auto holder = PortHolder::of(QHostAddress(QHostAddress::LocalHost), other.port);
    QVERIFY(holder);
    QCOMPARE(holder->process, other.process.processId());
    QVERIFY(holder->program.startsWith("python3"_L1));
    QCOMPARE(holder->text(), u"%1 (pid %2)"_s.arg(holder->program).arg(other.process.processId()));
}

void TestPortRefusal::saysOnlyTheUserWhereTheProcessIsHidden() {
    const Other other;
    if (other.port == 0)
        QSKIP("python3 is not installed");
    if (::geteuid() != 0)
        QSKIP("only root can be another person for a while");
    const Nobody nobody;
    const auto holder = PortHolder::of(QHostAddress(QHostAddress::LocalHost), other.port);
    QVERIFY(holder);
    QCOMPARE(holder->process, 0);
    QCOMPARE(holder->program, QString());
    QCOMPARE(holder->user, u"root"_s);
    QCOMPARE(holder->text(), u"A program of root"_s);
}

void TestPortRefusal::theSystemAgreesAboutTheRight() {
    const auto isRefused = [](quint16 port) {
        const int descriptor = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        sockaddr_in local{};
        local.sin_family = AF_INET;
        local.sin_port = qToBigEndian(port);
        local.sin_addr.s_addr = qToBigEndian(quint32(INADDR_LOOPBACK));
        const bool refused
            = ::bind(descriptor, reinterpret_cast<const sockaddr *>(&local), sizeof(local)) < 0 && errno == EACCES;
        ::close(descriptor);
        return refused;
    };
    const QHostAddress here(QHostAddress::LocalHost);
    for (const quint16 port : {quint16(1), quint16(162), quint16(1023), quint16(1024)})
        QCOMPARE(PortRefusal::look(here, port).lacksRight, isRefused(port));
    if (::geteuid() != 0)
        QSKIP("only root can be another person for a while");
    const Nobody nobody;
    for (const quint16 port : {quint16(1), quint16(162), quint16(1023), quint16(1024)})
        QCOMPARE(PortRefusal::look(here, port).lacksRight, isRefused(port));
}

void TestPortRefusal::nobodyHoldsAFreePort() {
    quint16 port = 0;
    {
        QUdpSocket held;
        QVERIFY(held.bind(QHostAddress::LocalHost, 0));
        port = held.localPort();
    }
    const auto refusal = PortRefusal::look(QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(!refusal.isExplained());
    QCOMPARE(refusal.text(), QString());
}

void TestPortRefusal::theRightIsReadFromTheSystem() {
    const QByteArray none("Name:\twalkabout\nCapPrm:\t0000000000000400\nCapEff:\t0000000000000000\n");
    const PortRight usual = PortRight::parse("1024\n", none);
    QVERIFY(!usual.covers(162));
    QVERIFY(!usual.covers(1023));
    QVERIFY(usual.covers(1024));
    const PortRight freed = PortRight::parse("162\n", none);
    QVERIFY(freed.covers(162));
    QVERIFY(!freed.covers(161));
    QVERIFY(PortRight::parse("1024\n", "CapEff:\t0000000000000400\n").covers(162));
    QVERIFY(!PortRight::parse("1024\n", "CapEff:\t000001fffffffbff\n").covers(162)); // all but this one
    QVERIFY(!PortRight::parse({}, {}).covers(162));
    QVERIFY(PortRight::ofThisProgram().covers(60'000));
}

void TestPortRefusal::saysWhyInOneSentence() {
    PortHolder holder;
    holder.user = u"root"_s;
    holder.process = 812;
    holder.program = u"snmptrapd"_s;
    PortRefusal refusal;
    refusal.port = 162;
    refusal.person = u"anna"_s;
    refusal.holder = holder;
    QCOMPARE(refusal.text(), u"snmptrapd (pid 812) holds port 162"_s);
    refusal.lacksRight = true;
    QCOMPARE(refusal.text(), u"snmptrapd (pid 812) holds port 162, and anna may not bind it"_s);
    refusal.holder.reset();
    QCOMPARE(refusal.text(), u"anna has no right to bind port 162"_s);
}

QTEST_GUILESS_MAIN(TestPortRefusal)
#include "tst_portrefusal.moc"
