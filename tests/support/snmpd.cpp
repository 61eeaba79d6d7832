// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/snmpd.h"

#include "core/base/bytes.h"

#include <QFile>
#include <QMap>
#include <QStandardPaths>
#include <QTcpServer>
#include <QUdpSocket>

namespace walkabout::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto AuthPhrase = "authentic phrase";
constexpr auto PrivPhrase = "private phrase";
constexpr int Patience = 10'000; // ms

QString program(const QString &tool) {
    const QString found = QStandardPaths::findExecutable(tool);
    return found.isEmpty() ? QStandardPaths::findExecutable(tool, {u"/usr/sbin"_s}) : found;
}

/// A port that is free for UDP, UDP6 and TCP alike; 0: none found.
quint16 freePort(bool hasIPv6) {
    for (int i = 0; i < 20; ++i) {
        QUdpSocket udp;
        udp.bind(QHostAddress::LocalHost, 0);
        QUdpSocket udp6;
        QTcpServer tcp;
        const quint16 port = udp.localPort();
        if ((!hasIPv6 || udp6.bind(QHostAddress::LocalHostIPv6, port)) && tcp.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}

QProcessEnvironment environment(const QTemporaryDir &folder) {
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    result.insert(u"SNMP_PERSISTENT_DIR"_s, folder.filePath(u"state"_s));
    result.insert(u"SNMPCONFPATH"_s, folder.path());
    result.insert(u"MIBS"_s, {});
    return result;
}

} // namespace

std::unique_ptr<Snmpd> Snmpd::start(QString *why, const QByteArray &more) {
    const QString path = program(u"snmpd"_s);
    if (path.isEmpty()) {
        *why = u"snmpd is not installed"_s;
        return nullptr;
    }
    std::unique_ptr<Snmpd> agent(new Snmpd);
    agent->m_hasIPv6 = QUdpSocket().bind(QHostAddress::LocalHostIPv6, 0);
    agent->m_port = freePort(agent->m_hasIPv6);
    QFile configuration(agent->m_folder.filePath(u"agent.conf"_s));
    (void)configuration.open(QIODevice::WriteOnly);
    configuration.write("rocommunity public\nrwcommunity private\nrocommunity6 public\nrwcommunity6 private\n");
    for (const char *name : {"sha256aes SHA-256", "md5des MD5"}) {
        const bool isAes = QByteArrayView(name).startsWith("sha");
        configuration.write(QByteArray("createUser ") + name + " \"" + AuthPhrase + "\" " + (isAes ? "AES" : "DES")
            + " \"" + PrivPhrase + "\"\nrwuser " + (isAes ? "sha256aes" : "md5des") + " priv\n");
    }
    configuration.write(more);
    configuration.close();
    const QString port = QString::number(agent->m_port);
    QStringList arguments{u"-f"_s, u"-C"_s, u"-c"_s, configuration.fileName(), u"-Lo"_s, u"-r"_s, u"-p"_s,
        agent->m_folder.filePath(u"pid"_s), u"udp:127.0.0.1:"_s + port, u"tcp:127.0.0.1:"_s + port};
    if (agent->m_hasIPv6)
        arguments << u"udp6:[::1]:"_s + port;
    agent->m_process.setProcessEnvironment(environment(agent->m_folder));
    agent->m_process.setProcessChannelMode(QProcess::MergedChannels);
    agent->m_process.start(path, arguments);
    QByteArray said;
    while (!said.contains("NET-SNMP version")) { // what it says once its ports are open
        if (!agent->m_process.waitForReadyRead(Patience)) {
            *why = u"snmpd does not start: "_s + QString::fromUtf8(said);
            return nullptr;
        }
        said += agent->m_process.readAll();
    }
    return agent;
}

Snmpd::~Snmpd() {
    m_process.terminate();
    if (!m_process.waitForFinished(Patience))
        m_process.kill();
}

Endpoint Snmpd::endpoint(Endpoint::Transport transport) const {
    const bool is6 = transport == Endpoint::Transport::Udp6;
    return {transport, true, is6 ? u"::1"_s : u"127.0.0.1"_s, m_port};
}

Credential Snmpd::sha256aes() {
    return user("sha256aes", SecurityLevel::AuthPriv, AuthProtocol::Sha256, PrivProtocol::Aes128);
}

Credential Snmpd::md5des() { return user("md5des", SecurityLevel::AuthPriv, AuthProtocol::Md5, PrivProtocol::Des); }

Credential Snmpd::user(const QByteArray &name, SecurityLevel level, AuthProtocol auth, PrivProtocol priv) {
    return *Credential::user({.name = name,
        .level = level,
        .auth = auth,
        .priv = priv,
        .authPassphrase = Secret(AuthPhrase),
        .privPassphrase = Secret(PrivPhrase)});
}

QByteArray Snmpd::line(const Credential &credential) {
    static const QMap<PrivProtocol, QByteArray> ciphers{{PrivProtocol::Des, "DES"}, {PrivProtocol::Aes128, "AES"},
        {PrivProtocol::Aes192, "AES-192"}, {PrivProtocol::Aes256, "AES-256"}, {PrivProtocol::Aes192Cisco, "AES-192-C"},
        {PrivProtocol::Aes256Cisco, "AES-256-C"}};
    const Credential::User &user = credential.user();
    const QByteArray hash = user.auth == AuthProtocol::Sha1 ? "SHA" : Credential::name(user.auth).toLatin1();
    QByteArray line = "createUser " + user.name + ' ' + hash + " \"" + AuthPhrase + '"';
    if (user.level == SecurityLevel::AuthPriv)
        line += ' ' + ciphers.value(user.priv) + " \"" + PrivPhrase + '"';
    return line + "\nrouser " + user.name + (user.level == SecurityLevel::AuthPriv ? " priv\n" : " auth\n");
}

bool Snmpd::isInstalled(const QString &tool) { return !program(tool).isEmpty(); }

QStringList Snmpd::ask(const QString &tool, const QStringList &credential, const QStringList &objects) const {
    QProcess process;
    process.setProcessEnvironment(environment(m_folder));
    process.start(
        program(tool), credential + QStringList{u"-Onetx"_s, u"127.0.0.1:"_s + QString::number(m_port)} + objects);
    process.waitForFinished(Patience);
    QStringList lines;
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.contains(u"No more variables left")) // a remark on the end, no varbind
            continue;
        if (line.startsWith(u".1.") || lines.isEmpty())
            lines.append(line.trimmed());
        else // octets in hex go on in the next line
            lines.last() += u' ' + line.trimmed();
    }
    return lines;
}

QString Snmpd::line(const VarBind &varBind) {
    const Value &value = varBind.value;
    const auto shown = [&]() -> QString {
        switch (value.type()) {
        case Value::Type::Integer32: return u"INTEGER: %1"_s.arg(value.toSigned());
        case Value::Type::Counter32: return u"Counter32: %1"_s.arg(value.toUnsigned());
        case Value::Type::Counter64: return u"Counter64: %1"_s.arg(value.toUnsigned());
        case Value::Type::Gauge32: return u"Gauge32: %1"_s.arg(value.toUnsigned());
        case Value::Type::TimeTicks: return QString::number(value.toUnsigned());
        case Value::Type::ObjectIdentifier: return u"OID: ."_s + value.toOid().toString();
        case Value::Type::OctetString:
            return value.octets().isEmpty() ? u"\"\""_s : u"Hex-STRING: "_s + bytes::toHex(value.octets()).toUpper();
        case Value::Type::IpAddress:
            return u"IpAddress: %1.%2.%3.%4"_s.arg(quint8(value.octets()[0]))
                .arg(quint8(value.octets()[1]))
                .arg(quint8(value.octets()[2]))
                .arg(quint8(value.octets()[3]));
        case Value::Type::Opaque: return u"OPAQUE: "_s + bytes::toHex(value.octets()).toUpper();
        case Value::Type::OpaqueFloat: return u"Opaque: Float: %1"_s.arg(value.toDouble(), 0, 'f', 6);
        case Value::Type::NoSuchInstance: return u"No Such Instance currently exists at this OID"_s;
        case Value::Type::NoSuchObject: return u"No Such Object available on this agent at this OID"_s;
        default: return Value::typeName(value.type());
        }
    };
    return u".%1 = %2"_s.arg(varBind.oid.toString(), shown());
}

} // namespace walkabout::test
