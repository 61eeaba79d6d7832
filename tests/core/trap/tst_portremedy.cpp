// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/portremedy.h"
#include "core/trap/trapunit.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;

namespace {

PortRefusal refusal(bool isHeld, bool lacksRight) {
    PortRefusal refusal;
    refusal.port = 162;
    refusal.person = u"anna"_s;
    refusal.lacksRight = lacksRight;
    if (isHeld)
        refusal.holder = PortHolder{u"root"_s, 812, u"snmptrapd"_s, {}};
    return refusal;
}

PortRemedy::Setting setting() {
    return {u"/usr/bin/walkabout-cli"_s, u"/home/anna/traps.sqlite"_s,
        {QHostAddress(QHostAddress::AnyIPv4), QHostAddress(QHostAddress::AnyIPv6)}, 1162};
}

/// "title: the commands, in one line".
QStringList lines(const QList<PortRemedy> &remedies) {
    QStringList lines;
    for (const PortRemedy &remedy : remedies)
        lines += remedy.title + ": "_L1 + QString(remedy.commands).replace(u'\n', " | "_L1);
    return lines;
}

} // namespace

class TestPortRemedy final : public QObject {
    Q_OBJECT

private slots:
    void givesTheRightWhereItIsMissing();
    void movesTheHolderFirst();
    void stopsAServiceAsOne();
    void looksForAHolderThatIsHidden();
    void redirectsOnlyToAPortThatListens();
    void quotesPathsForTheShell();
    void theUnitRunsTheCommandLineForThisPerson();
    void systemdAcceptsTheUnit();
};

void TestPortRemedy::givesTheRightWhereItIsMissing() {
    const QStringList told = lines(PortRemedy::of(refusal(false, true), setting()));
    QCOMPARE(told.size(), 5);
    QCOMPARE(told[0],
        u"Free the ports from 162 on: sudo sysctl net.ipv4.ip_unprivileged_port_start=162 | echo "
        "net.ipv4.ip_unprivileged_port_start=162 | sudo tee /etc/sysctl.d/60-walkabout.conf"_s);
    QCOMPARE(told[1],
        u"Give the right to walkabout-cli: sudo setcap cap_net_bind_service=+ep /usr/bin/walkabout-cli | "
        "/usr/bin/walkabout-cli traps --journal /home/anna/traps.sqlite"_s);
    QVERIFY(told[2].startsWith(
        u"Have the system receive them: sudo tee /etc/systemd/system/walkabout-traps.service <<'END' | [Unit] |"));
    QVERIFY(told[2].endsWith(u"| END | sudo systemctl daemon-reload | sudo systemctl enable --now walkabout-traps"));
    QCOMPARE(told[3],
        u"Redirect port 162 to 1162 with nftables: sudo nft add table inet walkabout | sudo nft 'add chain inet "
        "walkabout pre { type nat hook prerouting priority -100; }' | sudo nft add rule inet walkabout pre udp dport "
        "162 redirect to :1162"_s);
    QCOMPARE(told[4],
        u"Redirect port 162 to 1162 with iptables: sudo iptables -t nat -A PREROUTING -p udp --dport 162 -j REDIRECT "
        "--to-ports 1162 | sudo ip6tables -t nat -A PREROUTING -p udp --dport 162 -j REDIRECT --to-ports 1162"_s);
}

void TestPortRemedy::movesTheHolderFirst() {
    const QStringList told = lines(PortRemedy::of(refusal(true, true), setting()));
    QCOMPARE(told.size(), 7);
    QCOMPARE(told[0], u"Stop snmptrapd (pid 812): kill 812"_s);
    QCOMPARE(told[1],
        u"Let snmptrapd pass traps on: echo 'forward default udp:127.0.0.1:1162' | sudo tee -a "
        "/etc/snmp/snmptrapd.conf | sudo systemctl restart snmptrapd"_s);
    QVERIFY(told[2].startsWith(u"Free the ports"));
    const QStringList withRight = lines(PortRemedy::of(refusal(true, false), setting()));
    QCOMPARE(withRight.size(), 4);
    QVERIFY(withRight[2].startsWith(u"Redirect"));
}

void TestPortRemedy::stopsAServiceAsOne() {
    PortRefusal held = refusal(true, false);
    held.holder->units = QStringList{u"snmptrapd.socket"_s, u"snmptrapd.service"_s};
    QCOMPARE(lines(PortRemedy::of(held, setting())).first(),
        u"Stop snmptrapd (pid 812): sudo systemctl disable --now snmptrapd.socket snmptrapd.service"_s);
}

void TestPortRemedy::looksForAHolderThatIsHidden() {
    PortRefusal held = refusal(true, true);
    held.holder = PortHolder{u"root"_s, 0, {}, {}};
    const QStringList told = lines(PortRemedy::of(held, setting()));
    QCOMPARE(told[0], u"See which program it is: sudo ss -ulpn 'sport = :162'"_s);
    QVERIFY(told[1].startsWith(u"Free the ports"));
}

void TestPortRemedy::redirectsOnlyToAPortThatListens() {
    PortRemedy::Setting alone = setting();
    alone.instead = 0;
    QCOMPARE(lines(PortRemedy::of(refusal(true, false), alone)), QStringList{u"Stop snmptrapd (pid 812): kill 812"_s});
}

void TestPortRemedy::quotesPathsForTheShell() {
    PortRemedy::Setting spaced = setting();
    spaced.commandLine = u"/opt/Anna's tools/walkabout-cli"_s;
    const QString commands = PortRemedy::of(refusal(false, true), spaced)[1].commands;
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"sudo() { printf '%s\\n' \"$@\"; }\n"_s + commands.section(u'\n', 0, 0)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n').value(2), spaced.commandLine);
}

void TestPortRemedy::theUnitRunsTheCommandLineForThisPerson() {
    const QString unit = trapunit::text(refusal(false, true), setting());
    QVERIFY(unit.contains(u"\nUser=anna\n"));
    QVERIFY(unit.contains(u"\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"));
    QVERIFY(unit.contains(u"\nExecStart=/usr/bin/walkabout-cli traps \\\n"
                          "    --journal /home/anna/traps.sqlite \\\n"
                          "    --listen 0.0.0.0:162 \\\n"
                          "    --listen [::]:162\n"));
    PortRemedy::Setting odd = setting();
    odd.journal = u"/home/anna/100% \"mine\"/$traps"_s;
    odd.addresses = {QHostAddress(u"fe80::1%eth0"_s)};
    QVERIFY(
        trapunit::text(refusal(false, true), odd)
            .contains(u"--journal \"/home/anna/100%% \\\"mine\\\"/$$traps\" \\\n    --listen [fe80::1%%eth0]:162\n"));
}

void TestPortRemedy::systemdAcceptsTheUnit() {
    const QString analyze = QStandardPaths::findExecutable(u"systemd-analyze"_s);
    if (analyze.isEmpty())
        QSKIP("systemd-analyze is not installed");
    const QTemporaryDir folder;
    PortRemedy::Setting here = setting();
    here.commandLine = u"/bin/true"_s; // it must be there
    here.journal = folder.filePath(u"the traps"_s);
    PortRefusal refused = refusal(false, true);
    refused.person = u"root"_s;
    QFile file(folder.filePath(u"walkabout-traps.service"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(trapunit::text(refused, here).toUtf8());
    file.close();
    QProcess process;
    process.start(analyze, {u"verify"_s, u"--man=no"_s, file.fileName()});
    QVERIFY(process.waitForFinished());
    const QString said = QString::fromUtf8(process.readAllStandardError() + process.readAllStandardOutput());
    QVERIFY2(!said.contains(u"walkabout-traps"), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestPortRemedy)
#include "tst_portremedy.moc"
