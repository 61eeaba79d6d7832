// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace walkabout::test {

/// Debian's snmpsimd, which plays one recording on a free loopback port; stopped on destruction. A process for each
/// recording: some of them end it.
class Snmpsim final {
public:
    /// nullptr: it is not installed, or does not answer; `why` says which.
    static std::unique_ptr<Snmpsim> start(const QString &recording, QString *why);
    ~Snmpsim();

    [[nodiscard]] static bool isInstalled();
    /// "127.0.0.1:40001", for both sides' programs.
    [[nodiscard]] QString address() const;
    /// The community that it knows the recording by.
    [[nodiscard]] static QString community() { return QStringLiteral("device"); }
    /// Each varbind below 1.3 as net-snmp's snmpbulkwalk prints it: numeric names, raw enumerations and ticks, octets
    /// in hex. Empty: it did not come to the end.
    [[nodiscard]] QStringList walked() const;

private:
    Snmpsim() = default;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace walkabout::test
