// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QMetaType>

#include <atomic>

namespace walkabout {

Q_LOGGING_CATEGORY(lcSnmp, "walkabout.snmp", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEvent, "walkabout.event", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNetSnmp, "walkabout.netsnmp", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMib, "walkabout.mib", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "walkabout.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSim, "walkabout.sim", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWork, "walkabout.work", QtInfoMsg)
Q_LOGGING_CATEGORY(lcTrap, "walkabout.trap", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "walkabout.ui", QtInfoMsg)

namespace {
std::atomic<Log *> catching = nullptr; // Qt's handler is a plain function: it needs to know whom to tell
constexpr qsizetype ShortestScrubbed = 4;
} // namespace

LogLevel logLevel(QtMsgType level) {
    switch (level) {
    case QtDebugMsg: return LogLevel::Debug;
    case QtInfoMsg: return LogLevel::Info;
    case QtWarningMsg: return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg: return LogLevel::Error;
    }
    return LogLevel::Error;
}

QString logLevelName(LogLevel level) {
    switch (level) {
    case LogLevel::Debug: return QStringLiteral("debug");
    case LogLevel::Info: return QStringLiteral("info");
    case LogLevel::Warning: return QStringLiteral("warning");
    case LogLevel::Error: return QStringLiteral("error");
    }
    return {};
}

std::optional<LogLevel> logLevelNamed(QStringView name) {
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error}) {
        if (name == logLevelName(level))
            return level;
    }
    return {};
}

Log::Log(QObject *parent)
    : QObject(parent) {
    qRegisterMetaType<LogRecord>();
    Q_ASSERT(!catching);
    catching = this;
    m_before = qInstallMessageHandler(&Log::handle);
}

Log::~Log() {
    setLeast(LogLevel::Info);
    qInstallMessageHandler(m_before);
    catching = nullptr;
}

void Log::scrub(const Secret &secret) {
    const QMutexLocker lock(&m_mutex);
    if (secret.size() >= ShortestScrubbed && !m_secrets.contains(secret))
        m_secrets.append(secret);
}

void Log::addSink(LogLevel least, std::function<void(const LogRecord &)> sink) {
    const QMutexLocker lock(&m_mutex);
    m_sinks.append({least, std::move(sink)});
}

void Log::setLeast(LogLevel least) {
    if (least == m_least)
        return;
    m_least = least;
    // One by one: filter rules of the environment would win over rules of ours.
    for (const auto category : {lcSnmp, lcEvent, lcNetSnmp, lcMib, lcStore, lcSim, lcWork, lcTrap, lcUi})
        const_cast<QLoggingCategory &>(category()).setEnabled(QtDebugMsg, least == LogLevel::Debug);
    emit leastChanged(least);
}

std::deque<LogRecord> Log::records() const {
    const QMutexLocker lock(&m_mutex);
    return m_records;
}

void Log::handle(QtMsgType level, const QMessageLogContext &context, const QString &text) {
    if (Log *log = catching.load())
        log->record(level, context.category, text);
}

void Log::record(QtMsgType level, const char *category, QString text) {
    LogRecord record{utcNow(), level, QString::fromLatin1(category ? category : "default"), {}};
    QList<Sink> sinks;
    {
        const QMutexLocker lock(&m_mutex);
        for (const Secret &secret : std::as_const(m_secrets))
            text.replace(QString::fromUtf8(secret.reveal()), QStringLiteral("•••"));
        record.text = std::move(text);
        m_records.push_back(record);
        if (qsizetype(m_records.size()) > Kept)
            m_records.pop_front();
        sinks = m_sinks;
    }
    {
        const QMutexLocker lock(&m_writing);
        for (const Sink &sink : std::as_const(sinks)) {
            if (logLevel(level) >= sink.least)
                sink.write(record);
        }
    }
    QMetaObject::invokeMethod(
        this, [this, record] { emit recorded(record); }, Qt::QueuedConnection);
    if (level == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(record.text));
}

} // namespace walkabout
