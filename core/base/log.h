// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QObject>

#include <deque>
#include <functional>
#include <optional>

namespace walkabout {

Q_DECLARE_LOGGING_CATEGORY(lcSnmp)
Q_DECLARE_LOGGING_CATEGORY(lcEvent) // each request, answer and notification, where everything is logged
Q_DECLARE_LOGGING_CATEGORY(lcNetSnmp) // what the net-snmp library itself says
Q_DECLARE_LOGGING_CATEGORY(lcMib)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSim)
Q_DECLARE_LOGGING_CATEGORY(lcWork)
Q_DECLARE_LOGGING_CATEGORY(lcTrap)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

enum class LogLevel { Debug, Info, Warning, Error };
[[nodiscard]] LogLevel logLevel(QtMsgType level);
/// "debug", "info", "warning", "error": the names that options and files use.
[[nodiscard]] QString logLevelName(LogLevel level);
[[nodiscard]] std::optional<LogLevel> logLevelNamed(QStringView name);

/// One line of the log, as it was said.
struct LogRecord {
    UtcMicroseconds time;
    QtMsgType level = QtInfoMsg;
    QString category;
    QString text;
};

/// The program's log: catches every Qt logging category while it lives, keeps the latest records, scrubs the secrets it
/// was told of, and hands each record to its sinks. One lives in main; any thread may log; recorded() is emitted in the
/// thread that owns it.
class Log final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype Kept = 10'000;

    explicit Log(QObject *parent = nullptr);
    ~Log() override;

    /// From now on this text is shown as •••; secrets under 4 characters are not looked for.
    void scrub(const Secret &secret);
    /// Called for each record of that level and above in the thread that logged it, one record at a time.
    void addSink(LogLevel least, std::function<void(const LogRecord &)> sink);
    /// What the program's categories say at all: Info and above at first. Debug costs time with every packet.
    void setLeast(LogLevel least);
    [[nodiscard]] LogLevel least() const { return m_least; }
    [[nodiscard]] std::deque<LogRecord> records() const;

signals:
    void recorded(const walkabout::LogRecord &record);
    void leastChanged(walkabout::LogLevel least);

private:
    static void handle(QtMsgType level, const QMessageLogContext &context, const QString &text);
    void record(QtMsgType level, const char *category, QString text);

    struct Sink {
        LogLevel least = LogLevel::Debug;
        std::function<void(const LogRecord &)> write;
    };

    mutable QMutex m_mutex;
    std::deque<LogRecord> m_records;
    QList<Secret> m_secrets;
    QList<Sink> m_sinks;
    QMutex m_writing; // Qt keeps what a sink logs away from it
    LogLevel m_least = LogLevel::Info;
    QtMessageHandler m_before = nullptr;
};

} // namespace walkabout

Q_DECLARE_METATYPE(walkabout::LogRecord)
