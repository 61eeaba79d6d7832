// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/portremedy.h"

#include "core/trap/trapunit.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("PortRemedy", text); }

// A word for the shell.
QString quoted(const QString &text) {
    static const QRegularExpression plain(u"^[\\w@%+=:,./-]+$"_s);
    if (plain.match(text).hasMatch())
        return text;
    return u'\'' + QString(text).replace(u'\'', "'\\''"_L1) + u'\'';
}

PortRemedy stopHolder(const PortRefusal &refusal) {
    const PortHolder &holder = *refusal.holder;
    const QString name = holder.text();
    if (holder.process == 0) {
        return {tr("See which program it is"), tr("Only root is told which program of another person holds a port."),
            u"sudo ss -ulpn 'sport = :%1'"_s.arg(refusal.port)};
    }
    const QString then = refusal.lacksRight ? tr("Then the right to bind it is still missing: see below.")
                                            : tr("Then start listening again.");
    if (holder.units.isEmpty())
        return {tr("Stop %1").arg(name), then, u"kill %1"_s.arg(holder.process)};
    return {tr("Stop %1").arg(name),
        tr("It is a service of the system; this also keeps it from starting with the machine. %1").arg(then),
        u"sudo systemctl disable --now %1"_s.arg(holder.units.join(u' '))};
}

PortRemedy passOn(quint16 instead) {
    return {tr("Let snmptrapd pass traps on"),
        tr("It keeps the port, and sends port %1 of this machine a copy of what it accepts, with its own address as "
           "the sender. The community's line in its file needs the right \"net\".")
            .arg(instead),
        u"echo 'forward default udp:127.0.0.1:%1' | sudo tee -a /etc/snmp/snmptrapd.conf\n"
        "sudo systemctl restart snmptrapd"_s.arg(instead)};
}

PortRemedy freePorts(quint16 port) {
    const QString line = u"net.ipv4.ip_unprivileged_port_start=%1"_s.arg(port);
    return {tr("Free the ports from %1 on").arg(port),
        tr("Every program of every person on this machine may then bind them, by IPv6 too. The first line does it "
           "now, the second keeps it over a restart. Then start listening again."),
        u"sudo sysctl %1\necho %1 | sudo tee /etc/sysctl.d/60-walkabout.conf"_s.arg(line)};
}

PortRemedy capability(const PortRemedy::Setting &setting) {
    const QString program = quoted(setting.commandLine);
    return {tr("Give the right to walkabout-cli"),
        tr("Stop listening here first; what the command line receives shows here as it comes. An update of the program "
           "takes the right away again. Never give it to the window's program: the plug-ins that it loads would have "
           "it too."),
        u"sudo setcap cap_net_bind_service=+ep %1\n%1 traps --journal %2"_s.arg(program, quoted(setting.journal))};
}

PortRemedy service(const PortRefusal &refusal, const PortRemedy::Setting &setting) {
    return {tr("Have the system receive them"),
        tr("Stop listening here first; what the service receives shows here as it comes, and it receives while this "
           "window is closed. For SNMPv3, add the pass-phrases to its environment: see the manual of walkabout-cli."),
        u"sudo tee /etc/systemd/system/walkabout-traps.service <<'END'\n%1END\n"
        "sudo systemctl daemon-reload\nsudo systemctl enable --now walkabout-traps"_s.arg(
            trapunit::text(refusal, setting))};
}

QString redirectTitle(quint16 port, quint16 instead, const QString &tool) {
    return tr("Redirect port %1 to %2 with %3").arg(port).arg(instead).arg(tool);
}

PortRemedy redirectByNftables(quint16 port, quint16 instead) {
    return {redirectTitle(port, instead, u"nftables"_s),
        tr("Traps from other machines then come to the port that listens already, and a program that holds the other "
           "gets none. It lasts until a restart, or until: sudo nft delete table inet walkabout"),
        u"sudo nft add table inet walkabout\n"
        "sudo nft 'add chain inet walkabout pre { type nat hook prerouting priority -100; }'\n"
        "sudo nft add rule inet walkabout pre udp dport %1 redirect to :%2"_s.arg(port)
            .arg(instead)};
}

PortRemedy redirectByIptables(quint16 port, quint16 instead) {
    const QString rule = u"-t nat -A PREROUTING -p udp --dport %1 -j REDIRECT --to-ports %2"_s.arg(port).arg(instead);
    return {redirectTitle(port, instead, u"iptables"_s),
        tr("The same where rules are kept by iptables. It lasts until a restart, or until the same lines with -D for "
           "-A."),
        u"sudo iptables %1\nsudo ip6tables %1"_s.arg(rule)};
}

} // namespace

QList<PortRemedy> PortRemedy::of(const PortRefusal &refusal, const Setting &setting) {
    QList<PortRemedy> remedies;
    if (refusal.holder) {
        remedies += stopHolder(refusal);
        if (refusal.holder->program == "snmptrapd"_L1 && setting.instead > 0)
            remedies += passOn(setting.instead);
    }
    if (refusal.lacksRight) {
        remedies += freePorts(refusal.port);
        remedies += capability(setting);
        remedies += service(refusal, setting);
    }
    if (setting.instead > 0) {
        remedies += redirectByNftables(refusal.port, setting.instead);
        remedies += redirectByIptables(refusal.port, setting.instead);
    }
    return remedies;
}

} // namespace walkabout
