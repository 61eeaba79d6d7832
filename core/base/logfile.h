// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/base/log.h"
#include "core/base/result.h"

#include <QFile>

#include <memory>

namespace walkabout {

/// A log's records in a file, a line each, behind what the file held: mode 0600 where it is new. A sink for Log; what
/// cannot be written any more is said once on standard error.
class LogFile final {
public:
    /// Fails with Failure::File.
    static Result<std::shared_ptr<LogFile>> open(const QString &path);

    /// From one thread at a time, as Log calls its sinks.
    void write(const LogRecord &record);

private:
    LogFile() = default;

    QFile m_file;
    bool m_failed = false;
};

} // namespace walkabout
