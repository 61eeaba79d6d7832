// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trapgroupmodel.h"

#include "core/trap/notificationtext.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int KeptRecords = 1'000;
constexpr qsizetype AskedAtOnce = 100; // texts are made of all that come in one turn

} // namespace

TrapGroupModel::TrapGroupModel(JournalReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_records(KeptRecords) {
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &TrapGroupModel::ask);
    connect(&reader, &JournalReader::fetched, this, &TrapGroupModel::take);
    connect(&m_ordering, &RowOrder::ready, this, &TrapGroupModel::apply);
}

void TrapGroupModel::setLibrary(Library::Pointer library) {
    m_text.setLibrary(std::move(library));
    if (!m_order.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TrapGroupModel::setNames(const SourceNames &names) {
    m_text.setNames(names);
    if (!m_order.empty())
        emit dataChanged(index(0, Source), index(rowCount() - 1, Source));
}

void TrapGroupModel::setInterfaces(const SourceInterfaces &interfaces) {
    m_text.setInterfaces(interfaces);
    if (!m_order.empty())
        emit dataChanged(index(0, Subject), index(rowCount() - 1, Subject));
}

void TrapGroupModel::show(const TrapSummary &summary, bool anew) {
    m_count = summary.groupCount;
    if (anew) {
        beginResetModel();
        m_ordering.cancel();
        m_lines.clear();
        m_places.clear();
        m_order.clear();
        m_sources.clear();
        m_records.clear();
        m_asked.clear();
        m_wanted.clear();
    }
    // One that the summary no longer lists has had nothing new: what is shown of it still holds.
    const int before = int(m_lines.size());
    for (const TrapGroup &group : summary.groups) {
        const auto at = m_places.constFind(key(group));
        if (at != m_places.cend()) {
            m_lines[size_t(*at)].group = group;
            continue;
        }
        m_places.insert(key(group), int(m_lines.size()));
        m_sources.insert(group.source);
        m_lines.push_back({group, 0, {}, {}, {}});
    }
    if (anew) {
        m_order.resize(m_lines.size());
        std::iota(m_order.begin(), m_order.end(), 0);
        endResetModel();
        if (m_sortColumn >= 0)
            arrange();
        return;
    }
    if (!m_order.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    insert(before);
}

// Rows in view do not change places by themselves: only what is new looks for one.
void TrapGroupModel::insert(int from) {
    const int count = int(m_lines.size()) - from;
    if (count == 0)
        return;
    if (m_sortColumn < 0 || m_ordering.isBuilding()) {
        beginInsertRows({}, 0, count - 1);
        m_order.insert(m_order.begin(), size_t(count), from);
        std::iota(m_order.begin(), m_order.begin() + count, from);
        endInsertRows();
        if (m_ordering.isBuilding())
            arrange();
        return;
    }
    const bool isUp = m_sortOrder == Qt::AscendingOrder;
    for (int line = from; line < int(m_lines.size()); ++line) {
        const SortKey own = sortKey(line, m_sortColumn);
        const auto place = std::ranges::partition_point(m_order, [&](int other) {
            const SortKey key = sortKey(other, m_sortColumn);
            return own.isHole() || (!key.isHole() && !(isUp ? own < key : key < own));
        });
        const int row = int(place - m_order.begin());
        beginInsertRows({}, row, row);
        m_order.insert(place, line);
        endInsertRows();
    }
}

void TrapGroupModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    m_sortsRead = column == Subject;
    if (m_sortsRead) {
        for (size_t line = 0; line < m_lines.size(); ++line) {
            if (m_lines[line].read == 0)
                want(m_lines[line].group.latest, int(line));
        }
    }
    arrange();
}

void TrapGroupModel::arrange() {
    RowOrder::Task task;
    task.rows.resize(m_lines.size());
    std::iota(task.rows.begin(), task.rows.end(), 0);
    task.tie = [this](int line) { return SortKey::number(-qint64(m_lines[size_t(line)].group.latest)); };
    task.key = task.tie;
    if (m_sortColumn >= 0) {
        task.key = [this, column = m_sortColumn](int line) { return sortKey(line, column); };
        task.order = m_sortOrder;
    }
    m_ordering.begin(std::move(task));
}

void TrapGroupModel::apply() {
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &each : before)
        after += index(m_ordering.lineOf(m_order[size_t(each.row())]), each.column());
    m_order = m_ordering.rows();
    m_ordering.release();
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

SortKey TrapGroupModel::sortKey(int line, int column) const {
    const Line &at = m_lines[size_t(line)];
    switch (column) {
    case Level: return SortKey::number(qint64(at.group.worst));
    case Count: return SortKey::number(at.group.count);
    case First: return SortKey::number(qint64(at.group.first.time_since_epoch().count()));
    case Last: return SortKey::number(qint64(at.group.last.time_since_epoch().count()));
    case Subject: return at.subject.isEmpty() ? SortKey() : SortKey::of(at.subject);
    default: return SortKey::text(m_text.text(at, column));
    }
}

const TrapRecord *TrapGroupModel::record(int row) const {
    const Line &at = line(row);
    const TrapRecord *record = m_records.object(at.read);
    if (!record)
        want(at.group.latest, m_order[size_t(row)]);
    return record;
}

void TrapGroupModel::readLatest(int row) {
    if (line(row).read != group(row).latest)
        want(group(row).latest, m_order[size_t(row)]);
}

void TrapGroupModel::want(quint32 id, int line) const {
    if (m_asked.contains(id))
        return;
    m_asked.insert(id, line);
    m_wanted += id;
    if (!m_ask.isActive())
        m_ask.start();
}

void TrapGroupModel::ask() {
    const qsizetype count = std::min(AskedAtOnce, m_wanted.size());
    if (count == 0)
        return;
    m_reader.fetch(m_wanted.last(count));
    m_wanted.resize(m_wanted.size() - count);
}

// What others asked for comes by here too.
void TrapGroupModel::take(const QList<TrapRecord> &records, const QList<quint32> &gone) {
    QList<int> lines;
    for (const TrapRecord &record : records) {
        const auto at = m_asked.constFind(record.id);
        if (at == m_asked.cend())
            continue;
        Line &line = m_lines[size_t(*at)];
        line.read = record.id;
        line.subject = record.notification.subject();
        line.device = SourceDescribe::deviceOf(record.notification);
        line.reason
            = record.notification.failure ? notificationtext::summary(record.notification, m_text.describe()) : u""_s;
        m_records.insert(record.id, new TrapRecord(record)); // the cache owns it
        lines += *at;
        m_asked.erase(at);
    }
    for (const quint32 id : gone) {
        const auto at = m_asked.constFind(id);
        if (at == m_asked.cend())
            continue;
        Line &line = m_lines[size_t(*at)];
        if (std::exchange(line.read, id) == 0)
            line.reason = tr("no longer kept");
        lines += *at; // stays among the asked: asking again finds no more
    }
    if (lines.isEmpty())
        return;
    tellRead(std::move(lines));
    if (!m_wanted.isEmpty())
        m_ask.start();
    else if (std::exchange(m_sortsRead, false))
        arrange();
}

void TrapGroupModel::tellRead(QList<int> lines) {
    std::ranges::sort(lines);
    const auto isTold = [&](int line) { return std::ranges::binary_search(lines, line); };
    const auto first = std::ranges::find_if(m_order, isTold);
    const auto last = std::find_if(m_order.rbegin(), m_order.rend(), isTold);
    if (first != m_order.end())
        emit dataChanged(index(int(first - m_order.begin()), Subject), index(int(m_order.rend() - last) - 1, Subject));
    emit rowsRead();
}

QString TrapGroupModel::terms(int row) const {
    const QString &source = group(row).source;
    const bool isAlone = std::ranges::none_of(
        m_sources, [&](const QString &other) { return other != source && other.startsWith(source); });
    return m_text.terms(line(row), m_records.object(line(row).read), isAlone);
}

int TrapGroupModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_order.size()); }

int TrapGroupModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TrapGroupModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Line &at = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Subject && at.read == 0)
            want(at.group.latest, m_order[size_t(index.row())]);
        return m_text.text(at, index.column());
    case Qt::ToolTipRole: return m_text.tip(at, index.column());
    case Qt::ForegroundRole: return m_text.colour(at, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Count ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default: return {};
    }
}

QVariant TrapGroupModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Count)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? GroupText::heading(section) : QVariant();
}

} // namespace walkabout
