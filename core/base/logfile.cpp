// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logfile.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace walkabout {

Result<std::shared_ptr<LogFile>> LogFile::open(const QString &path) {
    std::shared_ptr<LogFile> log(new LogFile);
    log->m_file.setFileName(path);
    if (!log->m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
            QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Failure(Failure::Kind::File, {path, log->m_file.errorString()});
    return log;
}

void LogFile::write(const LogRecord &record) {
    const QByteArray line
        = u"%1 %2 %3: %4\n"_s
              .arg(isoUtc(record.time), logLevelName(logLevel(record.level)), record.category, record.text)
              .toUtf8();
    if (m_file.write(line) == line.size() || m_failed)
        return;
    m_failed = true;
    std::fprintf(stderr, "%s: %s\n", qUtf8Printable(m_file.fileName()), qUtf8Printable(m_file.errorString()));
}

} // namespace walkabout
