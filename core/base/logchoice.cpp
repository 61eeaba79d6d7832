// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logchoice.h"

#include "core/base/logfile.h"

#include <algorithm>

namespace walkabout {

std::optional<Failure> LogChoice::applyTo(
    Log &log, LogLevel terminalLeast, const std::function<void(const LogRecord &)> &terminal) const {
    const auto given = logLevelNamed(level);
    const bool isForTerminal = given && file.isEmpty();
    log.addSink(isForTerminal ? *given : terminalLeast, terminal);
    if (!level.isEmpty() && !given)
        return Failure(
            Failure::Kind::BadUsage, {tr("--log-level %1: the level is error, warning, info or debug.").arg(level)});
    log.setLeast(std::min(given.value_or(LogLevel::Info), LogLevel::Info));
    if (file.isEmpty())
        return {};
    auto opened = LogFile::open(file);
    if (!opened)
        return opened.failure();
    log.addSink(given.value_or(LogLevel::Info),
        [sink = std::move(opened).value()](const LogRecord &record) { sink->write(record); });
    return {};
}

} // namespace walkabout
