// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/types.h"
#include "core/work/poll.h"
#include "ui/table/tablecells.h"

#include <QElapsedTimer>
#include <QSet>

#include <deque>

namespace walkabout {

/// What a reading of a live table brought.
struct LiveNews {
    struct Change {
        int row = 0;
        ColumnKey column = 0;
        Value before;
        Value now;
    };
    UtcMicroseconds when;
    std::vector<int> came; // rows, those that came back among them
    std::vector<int> went; // kept with their last values
    std::vector<int> dropped; // gone, and no longer kept: to be released
    std::vector<Change> changes; // of what is no counter and no clock
    qint64 moreChanges = 0;
};

/// What the readings of a live table say beside its cells: the values before, how long each has not moved, what was
/// counted since zero, which rows are new and which gone. A reading is taken in slices and shown at once: until
/// finish() all is as the reading before left it. A few bytes a cell, and the stores of two readings. A part of the
/// table's model.
class LiveTable final {
public:
    static constexpr int MostGone = 2000; // rows; the oldest are let go for more
    static constexpr int MostChanges = 500; // told of one reading
    static constexpr std::chrono::milliseconds Fading{3000};

    /// What stands beside a counter's rate since zero was set.
    struct Since {
        quint64 counted = 0;
        bool isWhole = true; // false: it began anew in between, and something may be missing
    };

    /// The cells show what this store holds, which both outlive this. isWhole: what it does not have was not there.
    LiveTable(TableCells &cells, const ResultStore &store, bool isWhole);
    ~LiveTable();

    void setType(ColumnKey column, const TypeInfo &type) { m_types.insert(column, type); }
    void begin(std::shared_ptr<const PollReading> reading);
    [[nodiscard]] bool isTaking() const { return m_next != nullptr; }
    /// Until the clock shows so many milliseconds; true: all is looked at.
    bool take(const QElapsedTimer &clock, int milliseconds);
    [[nodiscard]] LiveNews finish();
    /// Rows that the reading which is being taken makes: they have no cells yet.
    [[nodiscard]] std::vector<int> coming() const;

    /// How many readings are in.
    [[nodiscard]] int readings() const { return m_readings; }
    /// nullptr before the first.
    [[nodiscard]] const std::shared_ptr<const PollReading> &reading() const { return m_now.reading; }
    [[nodiscard]] std::optional<VarBind> now(int row, ColumnKey column) const;
    [[nodiscard]] CounterRate::Kind kind(ColumnKey column) const;
    /// Of a counter.
    [[nodiscard]] CounterRate rate(int row, ColumnKey column) const;
    /// It is a counter that ran between the latest two readings.
    [[nodiscard]] bool isMoving(int row, ColumnKey column) const;
    /// Readings in a row that found it where it was.
    [[nodiscard]] int unmoved(int row, ColumnKey column) const;
    /// From 1, where it has just changed, to 0.
    [[nodiscard]] double freshness(int row, ColumnKey column, Monotonic::time_point now) const;
    [[nodiscard]] bool isNew(int row) const { return size_t(row) < m_rows.size() && m_rows[size_t(row)].isNew; }
    [[nodiscard]] bool isGone(int row) const { return m_gone.contains(row); }
    /// The latest reading found a value in it another that is no counter and no clock.
    [[nodiscard]] bool isChanged(int row) const;
    [[nodiscard]] std::vector<int> gone() const { return {m_goneOrder.begin(), m_goneOrder.end()}; }

    void zero();
    void forgetZero();
    [[nodiscard]] const std::optional<UtcMicroseconds> &zeroed() const { return m_zeroed; }
    /// Of a counter; nullopt: no zero is set.
    [[nodiscard]] std::optional<Since> since(int row, ColumnKey column) const;
    /// Every value is 0, or nothing was counted since zero.
    [[nodiscard]] bool isColumnZero(ColumnKey column) const;
    [[nodiscard]] bool isRowZero(int row) const;

    /// The row goes for good.
    void release(int row);
    void forgetNew();

private:
    struct Source {
        const ResultStore *store = nullptr;
        std::shared_ptr<const PollReading> reading; // nullptr: read before it was live
    };
    struct Track {
        CounterRate::Kind kind = CounterRate::Kind::None;
        std::vector<int> before; // rows of the store before
        std::vector<quint16> still; // readings it has not moved; Never: not since it was first read
        std::vector<quint64> since; // counted since zero; Torn: not all of it
        bool isZero = true;
        bool isSinceZero = true;
    };
    struct Row {
        std::optional<quint32> discontinuity;
        std::optional<quint32> before; // in the reading before
        bool isNew = false;
    };
    struct Next;

    bool place(const QElapsedTimer &clock, int milliseconds);
    void prepare();
    bool settle(const QElapsedTimer &clock, int milliseconds);
    void settle(Track &track, ColumnKey column, int row);
    bool keep(const QElapsedTimer &clock, int milliseconds);
    [[nodiscard]] static std::optional<CounterReading> read(
        const Source &source, int at, std::optional<quint32> discontinuity);
    [[nodiscard]] std::optional<double> ceiling(int row, ColumnKey column) const;

    TableCells &m_cells;
    bool m_isWhole;
    QHash<ColumnKey, TypeInfo> m_types;
    Source m_now;
    Source m_before;
    QHash<ColumnKey, Track> m_tracks;
    std::vector<Row> m_rows;
    QHash<int, QHash<ColumnKey, VarBind>> m_gone; // rows that the last reading did not have, as they were
    std::deque<int> m_goneOrder;
    std::deque<Monotonic::time_point> m_shown; // when the latest readings were, the last first
    std::unique_ptr<Next> m_next;
    int m_readings = 0;
    std::optional<UtcMicroseconds> m_zeroed;
};

} // namespace walkabout
