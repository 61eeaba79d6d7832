// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/notification.h"
#include "core/work/describe.h"
#include "ui/shared/wordfilter.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>

namespace walkabout {

/// The latest notifications, newest first, in memory and bounded. The filter is a list of their numbers, made in
/// slices.
class TrapModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Source, Name, Kind, Content, ColumnCount };
    static constexpr int Kept = 10'000;

    explicit TrapModel(QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void setFilter(const QString &text);
    /// In the order received.
    void add(const QList<Notification> &notifications);
    void clear();
    [[nodiscard]] const Notification &at(int row) const;
    [[nodiscard]] int kept() const { return int(m_entries.size()); }
    /// Older ones let go since the panel was cleared.
    [[nodiscard]] qint64 dropped() const { return m_dropped; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        Notification notification;
        QString text; // what the filter reads, made when it first asks
    };
    void scanSlice();
    void forgetOldest();
    [[nodiscard]] bool passes(Entry &entry) const;
    [[nodiscard]] QString text(const Notification &notification, int column) const;

    Describe m_describe;
    std::deque<Entry> m_entries;
    qint64 m_first = 0; // the number of the oldest entry
    std::deque<qint64> m_shown; // numbers, oldest first
    qint64 m_scanned = 0; // while m_scan runs: entries from this number on have been filtered
    qint64 m_dropped = 0;
    QTimer m_scan;
    WordFilter m_filter;
};

} // namespace walkabout
