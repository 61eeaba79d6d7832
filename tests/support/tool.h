// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <chrono>

namespace walkabout::test {

/// What one of net-snmp's programs said.
struct ToolOutcome {
    int status = -1;
    QByteArray text;
    QByteArray errors;
};

/// Runs it to its end while this program goes on serving; it reads no configuration and keeps nothing.
[[nodiscard]] ToolOutcome runTool(
    const QString &program, const QStringList &arguments, std::chrono::milliseconds patience);

} // namespace walkabout::test
