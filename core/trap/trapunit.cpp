// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapunit.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace walkabout::trapunit {

namespace {

const auto NextLine = " \\\n    "_L1; // of one command

// systemd.service(5): % begins a specifier, $ a variable; a word with others than these stands in quotes.
QString quoted(QString text) {
    static const QRegularExpression plain(u"^[]\\w@%+=:,./$[-]+$"_s);
    const bool isPlain = plain.match(text).hasMatch();
    text.replace(u'%', "%%"_L1).replace(u'$', "$$"_L1);
    if (isPlain)
        return text;
    return u'"' + text.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1) + u'"';
}

} // namespace

QString text(const PortRefusal &refusal, const PortRemedy::Setting &setting) {
    QString command = quoted(setting.commandLine) + " traps"_L1 + NextLine + "--journal "_L1 + quoted(setting.journal);
    for (const QHostAddress &address : setting.addresses) {
        const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        const QString host = isV6 ? u'[' + address.toString() + u']' : address.toString();
        command += NextLine + "--listen "_L1 + quoted(u"%1:%2"_s.arg(host).arg(refusal.port));
    }
    return u"[Unit]\n"
           "Description=SNMP traps for Walkabout\n"
           "After=network.target\n"
           "StartLimitIntervalSec=0\n"
           "\n"
           "[Service]\n"
           "User=%1\n"
           "ExecStart=%2\n"
           "StandardOutput=null\n"
           "AmbientCapabilities=CAP_NET_BIND_SERVICE\n"
           "CapabilityBoundingSet=CAP_NET_BIND_SERVICE\n"
           "NoNewPrivileges=yes\n"
           "Restart=on-failure\n"
           "RestartSec=10\n"
           "\n"
           "[Install]\n"
           "WantedBy=multi-user.target\n"_s.arg(refusal.person, command);
}

} // namespace walkabout::trapunit
