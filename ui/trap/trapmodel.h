// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/journalreader.h"
#include "ui/trap/sourcedescribe.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>

#include <deque>

namespace walkabout {

/// What a filter finds in the trap journal, newest first: the numbers of all its rows, and the few rows that are in
/// view, fetched when they are asked for. The reader outlives it.
class TrapModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Source, Level, Name, Kind, Content, ColumnCount };
    static constexpr int KeptRows = 4'000;

    explicit TrapModel(JournalReader &reader, QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void setNames(const SourceNames &names);
    void setInterfaces(const SourceInterfaces &interfaces);
    void setFilter(const TrapFilter &filter);
    /// Rows that were just received: they need not be read.
    void remember(const QList<TrapRecord> &records);
    /// Rows up to now are not shown; false: they are again.
    void setOnlyNew(bool onlyNew);
    [[nodiscard]] bool onlyNew() const { return m_floor > 0; }
    /// Whether the search counts by groups too: summarised() tells, with the same filter.
    void setSummarised(bool summarised);
    /// Rows that come wait, and are in the list at once when it goes on.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }
    /// The number of a row in the journal.
    [[nodiscard]] quint32 id(int row) const { return m_ids[m_ids.size() - 1 - size_t(row)]; }
    [[nodiscard]] const SourceNames &names() const { return m_names; }
    [[nodiscard]] const Describe &describe() const { return m_describe.plain(); }
    /// All rows, the newest first.
    [[nodiscard]] QList<quint32> ids() const { return {m_ids.crbegin(), m_ids.crend()}; }
    /// nullptr: it has not been read yet, or is no longer kept.
    [[nodiscard]] const TrapRecord *at(int row) const;
    /// A filter was set.
    [[nodiscard]] bool isStarted() const { return m_number > 0; }
    /// The journal has been gone through.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// So many rows came since the search began.
    void came(int rows);
    void completed();
    /// Rows in view were read.
    void rowsRead();
    /// isFirst: of a search that began anew.
    void summarised(const walkabout::TrapSummary &summary, bool isFirst);

private:
    void search();
    void takeSummary(quint64 number, const TrapSummary &summary);
    void restart(quint64 number);
    void take(quint64 number, const QList<quint32> &ids, bool isNew);
    void takeRecords(const QList<TrapRecord> &records, const QList<quint32> &gone);
    void tellChanged(quint32 id);
    void want(quint32 id) const;
    void prepend(const QList<quint32> &ids);
    [[nodiscard]] QString text(const TrapRecord &record, int column) const;
    [[nodiscard]] QVariant colour(const TrapRecord &record, int column) const;

    JournalReader &m_reader;
    SourceDescribe m_describe;
    SourceNames m_names;
    TrapFilter m_filter;
    quint64 m_number = 0; // of the search
    std::deque<quint32> m_ids; // the oldest first
    quint32 m_last = 0; // seen at all
    quint32 m_floor = 0; // rows up to this one are left out
    UtcMicroseconds m_since; // when that was asked for
    bool m_isSummarised = false;
    bool m_hasSummary = false; // of this search
    std::optional<TrapSummary> m_waitingSummary; // came while it was paused
    bool m_isComplete = false;
    bool m_isPaused = false;
    QList<quint32> m_waiting; // came while it was paused
    mutable QCache<quint32, TrapRecord> m_records{KeptRows};
    mutable QSet<quint32> m_gone; // read, and not there
    mutable QSet<quint32> m_asked;
    mutable QTimer m_ask;
};

} // namespace walkabout
