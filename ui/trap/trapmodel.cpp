// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trapmodel.h"

#include "core/trap/notificationtext.h"
#include "ui/shared/palette.h"
#include "ui/trap/localtime.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int Slice = 250;

} // namespace

TrapModel::TrapModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_describe(Library::empty()) {
    m_scan.setInterval(0);
    connect(&m_scan, &QTimer::timeout, this, &TrapModel::scanSlice);
}

void TrapModel::setLibrary(Library::Pointer library) {
    m_describe = Describe(std::move(library));
    for (Entry &entry : m_entries)
        entry.text.clear();
    if (!m_shown.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const Notification &TrapModel::at(int row) const {
    const qint64 number = m_shown[m_shown.size() - 1 - size_t(row)];
    return m_entries[size_t(number - m_first)].notification;
}

bool TrapModel::passes(Entry &entry) const {
    if (m_filter.isEmpty())
        return true;
    if (entry.text.isNull()) {
        QStringList texts;
        for (int column = 0; column < ColumnCount; ++column)
            texts << text(entry.notification, column);
        entry.text = texts.join(u'\n');
    }
    return m_filter.matches(entry.text);
}

void TrapModel::add(const QList<Notification> &notifications) {
    std::vector<qint64> fresh;
    for (const Notification &notification : notifications) {
        m_entries.push_back({notification, {}});
        if (passes(m_entries.back()))
            fresh.push_back(m_first + kept() - 1);
    }
    if (!fresh.empty()) {
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
    forgetOldest();
}

void TrapModel::forgetOldest() {
    const int over = kept() - Kept;
    if (over <= 0)
        return;
    const qint64 first = m_first + over;
    const auto end = std::ranges::lower_bound(m_shown, first);
    if (const int gone = int(end - m_shown.begin()); gone > 0) {
        beginRemoveRows({}, rowCount() - gone, rowCount() - 1);
        m_shown.erase(m_shown.begin(), end);
        endRemoveRows();
    }
    m_entries.erase(m_entries.begin(), m_entries.begin() + over);
    m_first = first;
    m_scanned = std::max(m_scanned, m_first);
    m_dropped += over;
}

void TrapModel::clear() {
    beginResetModel();
    m_scan.stop();
    m_first += kept();
    m_scanned = m_first;
    m_entries.clear();
    m_shown.clear();
    m_dropped = 0;
    endResetModel();
}

void TrapModel::setFilter(const QString &text) {
    beginResetModel();
    m_filter = WordFilter::parse(text);
    m_shown.clear();
    m_scanned = m_first + kept();
    endResetModel();
    m_scan.start();
}

void TrapModel::scanSlice() {
    const qint64 from = std::max(m_first, m_scanned - Slice);
    std::vector<qint64> older;
    for (qint64 number = from; number < m_scanned; ++number) {
        if (passes(m_entries[size_t(number - m_first)]))
            older.push_back(number);
    }
    m_scanned = from;
    if (!older.empty()) {
        const int at = rowCount();
        beginInsertRows({}, at, at + int(older.size()) - 1);
        m_shown.insert(m_shown.begin(), older.begin(), older.end());
        endInsertRows();
    }
    if (m_scanned <= m_first)
        m_scan.stop();
}

int TrapModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int TrapModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString TrapModel::text(const Notification &notification, int column) const {
    switch (column) {
    case Time: return localTime(notification.time);
    case Source: return notificationtext::source(notification);
    case Name: return notificationtext::name(notification, m_describe);
    case Kind: return notificationtext::kind(notification);
    case Content: return notificationtext::summary(notification, m_describe);
    default: return {};
    }
}

QVariant TrapModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Notification &notification = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(notification, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return isoUtc(notification.time);
        if (index.column() == Name && !notification.oid.isEmpty())
            return notification.oid.toString();
        return text(notification, index.column());
    case Qt::ForegroundRole:
        if (notification.failure)
            return tint(QApplication::palette(), Tint::Bad);
        return index.column() == Name || index.column() == Content ? QVariant()
                                                                   : tint(QApplication::palette(), Tint::Dim);
    default: return {};
    }
}

QVariant TrapModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Source: return tr("Source");
    case Name: return tr("Notification");
    case Kind: return tr("Version");
    case Content: return tr("Bindings");
    default: return {};
    }
}

} // namespace walkabout
