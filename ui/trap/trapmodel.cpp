// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trapmodel.h"

#include "core/trap/notificationtext.h"
#include "ui/shared/localtime.h"
#include "ui/shared/palette.h"
#include "ui/trap/mark.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

TrapModel::TrapModel(JournalReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader) {
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, [this] { m_reader.fetch({m_asked.cbegin(), m_asked.cend()}); });
    connect(&reader, &JournalReader::found, this, &TrapModel::take);
    connect(&reader, &JournalReader::fetched, this, &TrapModel::takeRecords);
    connect(&reader, &JournalReader::summarised, this, &TrapModel::takeSummary);
    connect(&reader, &JournalReader::restarted, this, &TrapModel::restart);
    connect(&reader, &JournalReader::wentThrough, this, [this](quint64 number) {
        if (number != m_number)
            return;
        m_isComplete = true;
        emit completed();
    });
}

void TrapModel::setLibrary(Library::Pointer library) {
    m_describe.setLibrary(library);
    m_reader.setLibrary(std::move(library));
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TrapModel::setNames(const SourceNames &names) {
    m_names = names;
    m_reader.setNames(names);
    if (!m_ids.empty())
        emit dataChanged(index(0, Source), index(rowCount() - 1, Source));
}

void TrapModel::setInterfaces(const SourceInterfaces &interfaces) {
    m_describe.setInterfaces(interfaces);
    if (!m_ids.empty())
        emit dataChanged(index(0, Content), index(rowCount() - 1, Content));
}

void TrapModel::setFilter(const TrapFilter &filter) {
    m_filter = filter;
    search();
}

void TrapModel::search() {
    TrapFilter filter = m_filter;
    if (m_isSummarised && m_floor > 0) {
        TrapFilter::Term since;
        since.field = TrapFilter::Field::After;
        since.time = m_since;
        filter.narrow(since); // groups have no numbers of rows to be left out by
    }
    restart(m_reader.find(filter, m_isSummarised));
}

void TrapModel::setSummarised(bool summarised) {
    m_isSummarised = summarised;
    if (isStarted())
        search();
}

void TrapModel::takeSummary(quint64 number, const TrapSummary &summary) {
    if (number != m_number)
        return;
    if (m_isPaused && m_hasSummary)
        m_waitingSummary = summary;
    else
        emit summarised(summary, !std::exchange(m_hasSummary, true));
}

void TrapModel::restart(quint64 number) {
    beginResetModel();
    m_number = number;
    m_ids.clear();
    m_waiting.clear();
    m_gone.clear();
    m_asked.clear();
    m_isComplete = false;
    m_hasSummary = false;
    m_waitingSummary.reset();
    endResetModel();
}

void TrapModel::setOnlyNew(bool onlyNew) {
    m_floor = onlyNew ? std::max(m_last, 1U) : 0;
    m_since = utcNow();
    setFilter(m_filter);
}

void TrapModel::remember(const QList<TrapRecord> &records) {
    for (const TrapRecord &record : records) {
        if (record.id > 0)
            m_records.insert(record.id, new TrapRecord(record)); // the cache owns it
    }
}

void TrapModel::take(quint64 number, const QList<quint32> &ids, bool isNew) {
    if (number != m_number)
        return;
    m_last = std::max({m_last, ids.first(), ids.last()});
    QList<quint32> shown = ids;
    shown.removeIf([this](quint32 id) { return id <= m_floor; });
    if (shown.isEmpty())
        return;
    if (isNew) {
        if (m_isPaused)
            m_waiting += shown;
        else
            prepend(shown);
        emit came(int(shown.size()));
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + int(shown.size()) - 1);
    m_ids.insert(m_ids.begin(), shown.crbegin(), shown.crend());
    endInsertRows();
}

void TrapModel::prepend(const QList<quint32> &ids) {
    beginInsertRows({}, 0, int(ids.size()) - 1);
    m_ids.insert(m_ids.end(), ids.cbegin(), ids.cend());
    endInsertRows();
}

void TrapModel::setPaused(bool paused) {
    m_isPaused = paused;
    if (!paused && !m_waiting.isEmpty())
        prepend(std::exchange(m_waiting, {}));
    if (!paused && m_waitingSummary)
        emit summarised(*std::exchange(m_waitingSummary, std::nullopt), false);
}

const TrapRecord *TrapModel::at(int row) const {
    const TrapRecord *record = m_records.object(id(row));
    if (!record)
        want(id(row));
    return record;
}

void TrapModel::want(quint32 id) const {
    if (m_gone.contains(id) || m_asked.contains(id))
        return;
    m_asked.insert(id);
    if (!m_ask.isActive())
        m_ask.start();
}

void TrapModel::takeRecords(const QList<TrapRecord> &records, const QList<quint32> &gone) {
    for (const TrapRecord &record : records) {
        m_asked.remove(record.id);
        m_records.insert(record.id, new TrapRecord(record)); // the cache owns it
        tellChanged(record.id);
    }
    for (const quint32 id : gone) {
        m_asked.remove(id);
        m_gone.insert(id);
        tellChanged(id);
    }
    emit rowsRead();
}

void TrapModel::tellChanged(quint32 id) {
    const auto at = std::ranges::lower_bound(m_ids, id);
    if (at == m_ids.end() || *at != id)
        return;
    const int row = int(m_ids.end() - at) - 1;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int TrapModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_ids.size()); }

int TrapModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString TrapModel::text(const TrapRecord &record, int column) const {
    const Notification &notification = record.notification;
    switch (column) {
    case Time: return localTime(notification.time);
    case Source: {
        const QString address = notificationtext::source(notification);
        const QString name = m_names.value(notification.source().toString());
        return name.isEmpty() ? address : u"%1 · %2"_s.arg(name, address);
    }
    case Level: return severity::text(record.severity);
    case Name: return notificationtext::name(notification, m_describe.plain());
    case Kind: return notificationtext::kind(notification);
    case Content: return notificationtext::summary(notification, m_describe.of(notification));
    default: return {};
    }
}

QVariant TrapModel::colour(const TrapRecord &record, int column) const {
    const QPalette colours = QApplication::palette();
    if (record.notification.failure)
        return tint(colours, Tint::Bad);
    if (column == Level && record.severity >= Severity::Major)
        return tint(colours, Tint::Bad);
    return column == Name || column == Content || column == Level ? QVariant() : tint(colours, Tint::Dim);
}

QVariant TrapModel::data(const QModelIndex &index, int role) const {
    const bool isShown = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::ForegroundRole
        || role == Qt::BackgroundRole;
    if (!index.isValid() || !isShown)
        return {};
    const TrapRecord *record = at(index.row());
    if (!record) {
        if (role == Qt::ForegroundRole)
            return tint(QApplication::palette(), Tint::Dim);
        if (role == Qt::DisplayRole && index.column() == Content)
            return m_gone.contains(id(index.row())) ? tr("no longer kept") : u"…"_s;
        return {};
    }
    if (role == Qt::BackgroundRole) {
        const QColor back = mark::back(QApplication::palette(), record->mark);
        return back.isValid() ? QVariant(back) : QVariant();
    }
    if (role == Qt::ForegroundRole)
        return colour(*record, index.column());
    if (role == Qt::ToolTipRole && index.column() == Time)
        return isoUtc(record->notification.time);
    if (role == Qt::ToolTipRole && index.column() == Name && !record->notification.oid.isEmpty())
        return record->notification.oid.toString();
    return text(*record, index.column());
}

QVariant TrapModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Source: return tr("Source");
    case Level: return tr("Severity");
    case Name: return tr("Notification");
    case Kind: return tr("Version");
    case Content: return tr("Summary");
    default: return {};
    }
}

} // namespace walkabout
