// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "ui/shared/wordfilter.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace walkabout {

/// The log's latest records, oldest first, those of a level and above that pass the filter. What is said while
/// something is painted arrives a moment later. The log outlives it.
class LogModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Level, Category, Text, ColumnCount };

    explicit LogModel(Log &log, QObject *parent = nullptr);

    void setLeast(LogLevel least);
    void setFilter(const QString &text);
    /// The row as one line of text.
    [[nodiscard]] QString line(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void flush();
    void arrange();
    void forgetOldest();
    [[nodiscard]] bool passes(const LogRecord &record) const;
    /// Told a moment ago and in the records that this began with.
    [[nodiscard]] bool isKnown(const LogRecord &record) const;
    [[nodiscard]] const LogRecord &record(int row) const { return m_records[size_t(m_shown[size_t(row)] - m_first)]; }

    std::deque<LogRecord> m_records;
    const UtcMicroseconds m_begun;
    qint64 m_first = 0; // the number of the oldest record kept
    std::deque<qint64> m_shown; // numbers of records
    std::vector<LogRecord> m_pending;
    QTimer m_flush;
    LogLevel m_least = LogLevel::Info;
    WordFilter m_filter;
};

} // namespace walkabout
