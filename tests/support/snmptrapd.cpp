// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/snmptrapd.h"

#include "tests/support/snmpd.h"

#include <QFile>
#include <QStandardPaths>
#include <QUdpSocket>

namespace walkabout::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10'000; // ms

// The line of an agent's configuration without the access that follows it there.
QByteArray userLine(const Credential &user) {
    if (user.user().level == SecurityLevel::NoAuthNoPriv)
        return "createUser " + user.user().name;
    return Snmpd::line(user).split('\n').first();
}

QByteArray configuration(const QList<Credential> &users, const QByteArray &engineId, Snmptrapd::Output output) {
    QByteArray text = "authCommunity log public\n";
    if (output == Snmptrapd::Output::Parts)
        text += "format1 v1|%N|%a|%w|%q|%v\\n\nformat2 v2|%v\\n\n";
    for (const Credential &user : users) {
        const QByteArray line = userLine(user);
        text += line + '\n'; // for informs: at its own engine
        text += "createUser -e 0x" + engineId.toHex() + line.mid(qsizetype(qstrlen("createUser"))) + '\n';
        text += "authUser log " + user.user().name;
        text += user.user().level == SecurityLevel::NoAuthNoPriv ? " noauth\n" : "\n";
    }
    return text;
}

} // namespace

std::unique_ptr<Snmptrapd> Snmptrapd::start(
    QString *why, const QList<Credential> &users, const QByteArray &engineId, Output output) {
    QString path = QStandardPaths::findExecutable(u"snmptrapd"_s);
    if (path.isEmpty())
        path = QStandardPaths::findExecutable(u"snmptrapd"_s, {u"/usr/sbin"_s});
    if (path.isEmpty()) {
        *why = u"snmptrapd is not installed"_s;
        return nullptr;
    }
    std::unique_ptr<Snmptrapd> receiver(new Snmptrapd);
    {
        QUdpSocket free;
        free.bind(QHostAddress::LocalHost, 0);
        receiver->m_port = free.localPort();
    }
    QFile file(receiver->m_folder.filePath(u"receiver.conf"_s));
    (void)file.open(QIODevice::WriteOnly);
    file.write(configuration(users, engineId, output));
    file.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SNMP_PERSISTENT_DIR"_s, receiver->m_folder.filePath(u"state"_s));
    environment.insert(u"MIBS"_s, {});
    receiver->m_process.setProcessEnvironment(environment);
    receiver->m_process.setProcessChannelMode(QProcess::MergedChannels);
    receiver->m_process.start(path,
        {u"-f"_s, u"-C"_s, u"-c"_s, file.fileName(), u"-n"_s, u"-Lo"_s, u"-On"_s, u"-p"_s,
            receiver->m_folder.filePath(u"pid"_s), u"udp:127.0.0.1:%1"_s.arg(receiver->m_port)});
    while (!receiver->m_said.contains("NET-SNMP version")) { // what it says once its port is open
        if (!receiver->m_process.waitForReadyRead(Patience)) {
            *why = u"snmptrapd does not start: "_s + QString::fromUtf8(receiver->m_said);
            return nullptr;
        }
        receiver->m_said += receiver->m_process.readAll();
    }
    return receiver;
}

Snmptrapd::~Snmptrapd() {
    m_process.terminate();
    if (!m_process.waitForFinished(Patience))
        m_process.kill();
}

QByteArray Snmptrapd::said() {
    m_said += m_process.readAll();
    return m_said;
}

QStringList Snmptrapd::lines() {
    QStringList lines;
    for (const QByteArray &line : said().split('\n')) {
        if (line.startsWith("v1|") || line.startsWith("v2|"))
            lines.append(QString::fromUtf8(line).trimmed());
    }
    return lines;
}

} // namespace walkabout::test
