// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/credential.h"
#include "core/snmp/endpoint.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace walkabout::test {

/// Debian's snmpd on a free loopback port (UDP, UDP6 where there is IPv6, TCP) with a configuration of its own; stopped
/// on destruction. Communities "public" to read and "private" to write; users sha256aes and md5des, who may write.
class Snmpd final {
public:
    /// nullptr: it is not installed or does not start; `why` says which.
    /// more: lines of configuration.
    static std::unique_ptr<Snmpd> start(QString *why, const QByteArray &more = {});
    ~Snmpd();

    [[nodiscard]] Endpoint endpoint(Endpoint::Transport transport = Endpoint::Transport::Udp) const;
    [[nodiscard]] bool hasIPv6() const { return m_hasIPv6; }
    [[nodiscard]] static Credential sha256aes();
    /// A user with the pass-phrases that all users here have, and the line that makes it.
    [[nodiscard]] static Credential user(
        const QByteArray &name, SecurityLevel level, AuthProtocol auth, PrivProtocol priv);
    [[nodiscard]] static QByteArray line(const Credential &user);
    [[nodiscard]] static Credential md5des();

    /// What net-snmp's own tool prints for this agent: numeric names, raw enumerations and ticks, octets in hex.
    [[nodiscard]] QStringList ask(const QString &tool, const QStringList &credential, const QStringList &objects) const;
    /// A varbind as ask() has it.
    [[nodiscard]] static QString line(const VarBind &varBind);
    [[nodiscard]] static bool isInstalled(const QString &tool);

private:
    Snmpd() = default;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_hasIPv6 = false;
};

} // namespace walkabout::test
