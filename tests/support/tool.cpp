// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tool.h"

#include <QProcess>
#include <QSignalSpy>

namespace walkabout::test {

using namespace Qt::StringLiterals;

ToolOutcome runTool(const QString &program, const QStringList &arguments, std::chrono::milliseconds patience) {
    QProcess process;
    QSignalSpy ended(&process, &QProcess::finished);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SNMPCONFPATH"_s, u"/nonexistent"_s);
    environment.insert(u"SNMP_PERSISTENT_DIR"_s, u"/dev/null"_s);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (ended.isEmpty() && !ended.wait(int(patience.count())))
        process.kill();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace walkabout::test
