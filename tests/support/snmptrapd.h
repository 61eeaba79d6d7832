// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/credential.h"
#include "core/snmp/endpoint.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace walkabout::test {

/// Debian's snmptrapd on a free loopback port with a configuration of its own; stopped on destruction. It takes the
/// community "public" and the users given, their traps from one engine and their informs.
class Snmptrapd final {
public:
    enum class Output { Parts, AsItComes };
    /// nullptr: it is not installed or does not start; `why` says which.
    static std::unique_ptr<Snmptrapd> start(QString *why, const QList<Credential> &users = {},
        const QByteArray &engineId = {}, Output output = Output::Parts);
    ~Snmptrapd();

    [[nodiscard]] Endpoint endpoint() const {
        return {Endpoint::Transport::Udp, true, QStringLiteral("127.0.0.1"), m_port};
    }
    /// What it printed of what came: "v1|enterprise|agent|generic|specific|varbinds" or "v2|varbinds", numeric,
    /// varbinds separated by tabs.
    [[nodiscard]] QStringList lines();
    /// What it printed, all of it.
    [[nodiscard]] QByteArray said();

private:
    Snmptrapd() = default;

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_said;
    quint16 m_port = 0;
};

} // namespace walkabout::test
