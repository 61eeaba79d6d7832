// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/snmpsim.h"

#include "tests/support/freeport.h"
#include "tests/support/snmpd.h"

#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace walkabout::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000; // ms
constexpr int WalkPatience = 240'000; // ms: a few thousand varbinds a second, and some have fifty thousand

} // namespace

bool Snmpsim::isInstalled() { return Snmpd::isInstalled(u"snmpsimd"_s); }

QString Snmpsim::address() const { return u"127.0.0.1:%1"_s.arg(m_port); }

std::unique_ptr<Snmpsim> Snmpsim::start(const QString &recording, QString *why) {
    if (!isInstalled()) {
        *why = u"snmpsimd is not installed"_s;
        return nullptr;
    }
    std::unique_ptr<Snmpsim> agent(new Snmpsim);
    agent->m_port = freePort();
    const QString data = agent->m_folder.filePath(u"data"_s);
    const QString cache = agent->m_folder.filePath(u"cache"_s);
    QDir().mkpath(data);
    QDir().mkpath(cache);
    QFile::copy(recording, data + u'/' + community() + u'.' + QFileInfo(recording).suffix());
    QStringList arguments{u"--data-dir="_s + data, u"--cache-dir="_s + cache,
        u"--agent-udpv4-endpoint="_s + agent->address(), u"--logging-method=null"_s};
    if (::geteuid() == 0) // it asks root to say so
        arguments << u"--process-user=root"_s << u"--process-group=root"_s;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, agent->m_folder.path()); // where it looks for more recordings
    agent->m_process.setProcessEnvironment(environment);
    agent->m_process.setStandardOutputFile(QProcess::nullDevice());
    agent->m_process.setStandardErrorFile(QProcess::nullDevice());
    agent->m_process.start(u"snmpsimd"_s, arguments);
    // It says nothing when it is up: asked until it answers, whatever the answer is.
    QProcess asked;
    asked.start(u"snmpget"_s,
        {u"-v2c"_s, u"-c"_s, community(), u"-m"_s, u""_s, u"-t"_s, u"0.2"_s, u"-r"_s, u"100"_s, agent->address(),
            u"1.3.6.1.2.1.1.3.0"_s});
    if (!asked.waitForFinished(Patience) || asked.exitCode() != 0) {
        *why = u"snmpsimd does not answer"_s;
        return nullptr;
    }
    return agent;
}

Snmpsim::~Snmpsim() {
    m_process.terminate();
    if (!m_process.waitForFinished(Patience))
        m_process.kill();
}

QStringList Snmpsim::walked() const {
    QProcess process;
    process.start(u"snmpbulkwalk"_s,
        {u"-v2c"_s, u"-c"_s, community(), u"-m"_s, u""_s, u"-t"_s, u"3"_s, u"-r"_s, u"1"_s, u"-Onetx"_s, address(),
            u"1.3"_s});
    if (!process.waitForFinished(WalkPatience) || process.exitCode() != 0)
        return {};
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

} // namespace walkabout::test
