// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/base/log.h"

namespace walkabout {

/// What --log-level and --log-file say: with a file, the level is the file's and the terminal stays as quiet as it is;
/// without one, it is the terminal's. Empty: not given.
struct LogChoice {
    Q_DECLARE_TR_FUNCTIONS(LogChoice)

public:
    QString level;
    QString file;

    /// Gives the log its sinks. Fails where there is no such level or the file cannot be written; the terminal has its
    /// sink all the same.
    [[nodiscard]] std::optional<Failure> applyTo(
        Log &log, LogLevel terminalLeast, const std::function<void(const LogRecord &)> &terminal) const;
};

} // namespace walkabout
