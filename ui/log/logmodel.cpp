// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logmodel.h"

#include "ui/shared/localtime.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

namespace {

QString levelName(QtMsgType level) {
    switch (logLevel(level)) {
    case LogLevel::Debug: return LogModel::tr("debug");
    case LogLevel::Info: return LogModel::tr("info");
    case LogLevel::Warning: return LogModel::tr("warning");
    case LogLevel::Error: return LogModel::tr("error");
    }
    return {};
}

} // namespace

LogModel::LogModel(Log &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_records(log.records())
    , m_begun(m_records.empty() ? UtcMicroseconds() : m_records.back().time) {
    m_flush.setSingleShot(true);
    m_flush.setInterval(50ms);
    connect(&m_flush, &QTimer::timeout, this, &LogModel::flush);
    connect(&log, &Log::recorded, this, [this](const LogRecord &record) {
        if (isKnown(record))
            return;
        m_pending.push_back(record);
        if (!m_flush.isActive())
            m_flush.start();
    });
    arrange();
}

bool LogModel::isKnown(const LogRecord &record) const {
    const auto isSame = [&record](const LogRecord &known) {
        return known.time == record.time && known.text == record.text && known.category == record.category;
    };
    return record.time <= m_begun && std::ranges::any_of(m_records, isSame);
}

bool LogModel::passes(const LogRecord &record) const {
    return logLevel(record.level) >= m_least
        && (m_filter.isEmpty()
            || m_filter.matches(levelName(record.level) + u' ' + record.category + u' ' + record.text));
}

void LogModel::flush() {
    std::vector<qint64> fresh;
    for (LogRecord &record : m_pending) {
        m_records.push_back(std::move(record));
        if (passes(m_records.back()))
            fresh.push_back(m_first + qint64(m_records.size()) - 1);
    }
    m_pending.clear();
    if (!fresh.empty()) {
        const int from = int(m_shown.size());
        beginInsertRows({}, from, from + int(fresh.size()) - 1);
        std::ranges::copy(fresh, std::back_inserter(m_shown));
        endInsertRows();
    }
    forgetOldest();
}

void LogModel::forgetOldest() {
    const qint64 over = qint64(m_records.size()) - Log::Kept;
    if (over <= 0)
        return;
    const qint64 first = m_first + over;
    const auto end = std::ranges::lower_bound(m_shown, first);
    if (end != m_shown.begin()) {
        beginRemoveRows({}, 0, int(end - m_shown.begin()) - 1);
        m_shown.erase(m_shown.begin(), end);
        endRemoveRows();
    }
    m_records.erase(m_records.begin(), m_records.begin() + over);
    m_first = first;
}

void LogModel::arrange() {
    beginResetModel();
    m_shown.clear();
    for (size_t i = 0; i < m_records.size(); ++i) {
        if (passes(m_records[i]))
            m_shown.push_back(m_first + qint64(i));
    }
    endResetModel();
}

void LogModel::setLeast(LogLevel least) {
    m_least = least;
    arrange();
}

void LogModel::setFilter(const QString &text) {
    m_filter = WordFilter::parse(text);
    arrange();
}

QString LogModel::line(int row) const {
    const LogRecord &said = record(row);
    return u"%1 %2 %3: %4"_s.arg(isoUtc(said.time), levelName(said.level), said.category, said.text);
}

int LogModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int LogModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LogModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const LogRecord &said = record(index.row());
    if (role == Qt::ToolTipRole)
        return index.column() == Time ? isoUtc(said.time) : said.text;
    if (role == Qt::ForegroundRole) {
        const QPalette palette = QApplication::palette();
        if (logLevel(said.level) == LogLevel::Error)
            return tint(palette, Tint::Bad);
        if (logLevel(said.level) == LogLevel::Warning && index.column() == Level)
            return tint(palette, Tint::Warning);
        return index.column() == Text ? QVariant() : QVariant(tint(palette, Tint::Dim));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time: return clockTime(said.time);
    case Level: return levelName(said.level);
    case Category: return said.category;
    case Text: return QString(said.text).replace(u'\n', u'↵');
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Level: return tr("Level");
    case Category: return tr("Category");
    case Text: return tr("Message");
    default: return {};
    }
}

} // namespace walkabout
