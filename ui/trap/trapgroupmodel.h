// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/journalreader.h"
#include "ui/shared/roworder.h"
#include "ui/trap/grouptext.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

namespace walkabout {

/// The groups of a trap summary. They stay where they are while they count on; new ones come on top, or where the order
/// asked for puts them. What a group is about is read from its latest row, for those in view. The reader outlives it.
class TrapGroupModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using enum GroupText::Column;

    explicit TrapGroupModel(JournalReader &reader, QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void setNames(const SourceNames &names);
    void setInterfaces(const SourceInterfaces &interfaces);
    /// anew: of another search, what was shown goes.
    void show(const TrapSummary &summary, bool anew);
    /// Groups that are not listed.
    [[nodiscard]] qint64 more() const { return m_count - qint64(m_lines.size()); }
    [[nodiscard]] const TrapGroup &group(int row) const { return m_lines[size_t(m_order[size_t(row)])].group; }
    /// A row of the group; nullptr: it is being read, or no longer kept.
    [[nodiscard]] const TrapRecord *record(int row) const;
    /// The latest one is to be that row.
    void readLatest(int row);
    /// Terms that a filter finds the group by.
    [[nodiscard]] QString terms(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// -1: the latest first.
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// Rows of groups were read.
    void rowsRead();

private:
    struct Key {
        QString source;
        Oid notification;
        qint64 subject = 0;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) {
            return qHashMulti(seed, key.source, key.notification, key.subject);
        }
    };
    using Line = GroupText::Line;

    [[nodiscard]] static Key key(const TrapGroup &group) { return {group.source, group.notification, group.subject}; }
    void insert(int from);
    void arrange();
    void apply();
    void want(quint32 id, int line) const;
    void ask();
    void take(const QList<TrapRecord> &records, const QList<quint32> &gone);
    void tellRead(QList<int> lines);
    [[nodiscard]] const Line &line(int row) const { return m_lines[size_t(m_order[size_t(row)])]; }
    [[nodiscard]] SortKey sortKey(int line, int column) const;

    JournalReader &m_reader;
    GroupText m_text;
    qint64 m_count = 0; // all groups
    std::vector<Line> m_lines; // as they came
    QHash<Key, int> m_places; // in m_lines
    QSet<QString> m_sources;
    std::vector<int> m_order; // rows: places in m_lines
    RowOrder m_ordering;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_sortsRead = false; // once all that it sorts by is read
    mutable QCache<quint32, TrapRecord> m_records;
    mutable QHash<quint32, int> m_asked; // rows of the journal, with the place that wants them
    mutable QList<quint32> m_wanted; // of those, not asked yet; the last ones first
    mutable QTimer m_ask;
};

} // namespace walkabout
