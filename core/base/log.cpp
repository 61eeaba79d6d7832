// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QMetaType>

#include <atomic>

namespace walkabout {

Q_LOGGING_CATEGORY(lcSnmp, "walkabout.snmp", QtInfoMsg)
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

Log::Log(QObject *parent)
    : QObject(parent) {
    qRegisterMetaType<LogRecord>();
    Q_ASSERT(!catching);
    catching = this;
    m_before = qInstallMessageHandler(&Log::handle);
}

Log::~Log() {
    qInstallMessageHandler(m_before);
    catching = nullptr;
}

void Log::scrub(const Secret &secret) {
    const QMutexLocker lock(&m_mutex);
    if (secret.size() >= ShortestScrubbed && !m_secrets.contains(secret))
        m_secrets.append(secret);
}

void Log::setSink(std::function<void(const LogRecord &)> sink) {
    const QMutexLocker lock(&m_mutex);
    m_sink = std::move(sink);
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
    std::function<void(const LogRecord &)> sink;
    {
        const QMutexLocker lock(&m_mutex);
        for (const Secret &secret : std::as_const(m_secrets))
            text.replace(QString::fromUtf8(secret.reveal()), QStringLiteral("•••"));
        record.text = std::move(text);
        m_records.push_back(record);
        if (qsizetype(m_records.size()) > Kept)
            m_records.pop_front();
        sink = m_sink;
    }
    if (sink)
        sink(record);
    QMetaObject::invokeMethod(
        this, [this, record] { emit recorded(record); }, Qt::QueuedConnection);
    if (level == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(record.text));
}

} // namespace walkabout
