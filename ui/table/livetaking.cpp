// SPDX-License-Identifier: GPL-3.0-or-later
// How LiveTable takes a reading in: its cells are placed, compared with those that are shown, and shown at once.
#include "ui/table/livenext.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr int Stride = 16; // cells between two looks at the clock

bool isZero(const Value &value) { return !value.isInteger() || value.toUnsigned() == 0; }

} // namespace

void LiveTable::begin(std::shared_ptr<const PollReading> reading) {
    m_next = std::make_unique<Next>();
    const ResultStore *store = &reading->store;
    m_next->source = {store, std::move(reading)};
}

bool LiveTable::take(const QElapsedTimer &clock, int milliseconds) {
    return place(clock, milliseconds) && settle(clock, milliseconds) && keep(clock, milliseconds);
}

bool LiveTable::place(const QElapsedTimer &clock, int milliseconds) {
    Next &next = *m_next;
    const ResultStore &store = *next.source.store;
    const Oid &discontinuity = next.source.reading->discontinuity;
    for (int looked = 1; next.at < store.size(); ++looked) {
        if (looked % Stride == 0 && clock.elapsed() >= milliseconds)
            return false;
        const int at = next.at++;
        const Oid oid = store.oidAt(at);
        if (!discontinuity.isEmpty() && oid.startsWith(discontinuity))
            next.told.insert(oid.mid(discontinuity.size()), quint32(store.at(at).value.toUnsigned()));
        const auto place = m_cells.put(store, at, next.columns);
        if (!place || place->row == TableCells::Hole)
            continue;
        if (place->newRow)
            next.made.push_back(place->row);
        if (next.isSeen.size() <= size_t(place->row))
            next.isSeen.resize(size_t(place->row) + 1);
        next.isSeen[size_t(place->row)] = true;
    }
    if (!std::exchange(next.isPlaced, true))
        prepare();
    return true;
}

// Between placing and comparing: what is known of columns and rows as a whole.
void LiveTable::prepare() {
    Next &next = *m_next;
    const auto rows = size_t(m_cells.bound());
    next.isSeen.resize(rows);
    next.discontinuities.resize(rows);
    for (auto told = next.told.cbegin(); told != next.told.cend(); ++told) {
        if (const std::optional<int> row = m_cells.rowOf(told.key()))
            next.discontinuities[size_t(*row)] = told.value();
    }
    next.unsettled = next.columns.cells.keys();
    for (const ColumnKey column : std::as_const(next.unsettled)) {
        const std::vector<int> &cells = *next.columns.cells.constFind(column);
        const auto first = std::ranges::find_if(cells, [](int at) { return at != TableCells::Hole; });
        Track &track = m_tracks[column];
        if (first == cells.end())
            continue; // of a joined table, of which no row shows anything
        track.kind = CounterRate::kindOf(m_types.value(column), next.source.store->at(*first).value.type());
        if (m_zeroed && track.kind != CounterRate::Kind::None)
            track.since.resize(rows);
        next.still[column].resize(rows, Never);
    }
    m_rows.resize(rows);
}

bool LiveTable::settle(const QElapsedTimer &clock, int milliseconds) {
    Next &next = *m_next;
    while (!next.unsettled.isEmpty()) {
        const ColumnKey column = next.unsettled.last();
        Track &track = m_tracks[column];
        const auto rows = int(next.columns.cells.constFind(column)->size());
        while (next.row < rows) {
            settle(track, column, next.row++);
            if (next.row % Stride == 0 && clock.elapsed() >= milliseconds)
                return false;
        }
        next.unsettled.removeLast();
        next.row = 0;
    }
    return true;
}

void LiveTable::settle(Track &track, ColumnKey column, int row) {
    Next &next = *m_next;
    const int at = (*next.columns.cells.constFind(column))[size_t(row)];
    if (at == TableCells::Hole)
        return;
    const Value value = next.source.store->at(at).value;
    if (!isZero(value))
        next.moving.insert(column);
    const int before = m_cells.cell(row, column); // a hole where the row was gone
    if (before == TableCells::Hole)
        return;
    const Value former = m_now.store->at(before).value;
    const auto at16 = size_t(row);
    const quint16 still = at16 < track.still.size() ? track.still[at16] : Never;
    const bool isEqual = former == value;
    const auto longer = quint16(std::min((still & ~Never) + 1, Never - 1) | (still & Never));
    next.still[column][at16] = isEqual ? longer : 0;
    if (track.kind == CounterRate::Kind::None) {
        // Clocks run by themselves.
        if (!isEqual && value.type() != Value::Type::TimeTicks) {
            if (next.news.changes.size() < MostChanges)
                next.news.changes.push_back({row, column, former, value});
            else
                ++next.news.moreChanges;
        }
    } else if (m_zeroed) {
        const CounterRate rate = CounterRate::between(read(m_now, before, m_rows[at16].discontinuity),
            *read(next.source, at, next.discontinuities[at16]), track.kind, ceiling(row, column));
        track.since[at16] = rate.isKnown() ? track.since[at16] + rate.counted() : track.since[at16] | Torn;
        if (track.since[at16] != 0)
            next.movingSince.insert(column);
    }
}

// Rows that are gone keep their values: the store that has them goes.
bool LiveTable::keep(const QElapsedTimer &clock, int milliseconds) {
    Next &next = *m_next;
    int looked = 0;
    for (; next.row < m_cells.bound(); ++next.row) {
        const int row = next.row;
        if (next.isSeen[size_t(row)] || m_cells.isReleased(row) || isGone(row))
            continue;
        if (++looked % Stride == 0 && clock.elapsed() >= milliseconds)
            return false;
        next.news.went.push_back(row);
        if (next.kept.size() == MostGone)
            continue;
        QHash<ColumnKey, VarBind> &kept = next.kept[row];
        for (const ColumnKey column : m_cells.columns()) {
            if (const int at = m_cells.cell(row, column); at != TableCells::Hole)
                kept.insert(column, m_now.store->at(at));
        }
    }
    return true;
}

LiveNews LiveTable::finish() {
    const std::unique_ptr<Next> next = std::move(m_next);
    LiveNews news = std::move(next->news);
    news.when = next->source.reading->when;
    const bool areNew = m_readings > 0 || (m_isWhole && m_now.store->size() > 0);
    news.came = std::move(next->made);
    for (const int row : std::vector<int>(m_goneOrder.begin(), m_goneOrder.end())) {
        if (!next->isSeen[size_t(row)])
            continue;
        news.came.push_back(row);
        m_gone.remove(row);
        std::erase(m_goneOrder, row);
    }
    for (const int row : std::as_const(news.came))
        m_rows[size_t(row)].isNew = areNew;
    for (const int row : std::as_const(news.went)) {
        m_rows[size_t(row)].isNew = false;
        if (const auto kept = next->kept.constFind(row); kept != next->kept.cend()) {
            m_gone.insert(row, *kept);
            m_goneOrder.push_back(row);
        } else {
            news.dropped.push_back(row);
        }
    }
    for (; m_goneOrder.size() > size_t(MostGone); m_goneOrder.pop_front())
        news.dropped.push_back(m_goneOrder.front());
    TableCells::Columns before = m_cells.exchange(std::move(next->columns));
    for (auto track = m_tracks.begin(); track != m_tracks.end(); ++track) {
        track->before = before.cells.take(track.key());
        track->still = next->still.take(track.key());
        track->isZero = !next->moving.contains(track.key());
        track->isSinceZero = !next->movingSince.contains(track.key());
    }
    for (size_t row = 0; row < m_rows.size(); ++row) {
        m_rows[row].before = m_rows[row].discontinuity;
        m_rows[row].discontinuity = next->discontinuities[row];
    }
    m_before = std::exchange(m_now, next->source);
    m_shown.push_front(Monotonic::now());
    if (m_shown.size() > size_t(Fading / Poll::LeastInterval) + 1)
        m_shown.pop_back();
    ++m_readings;
    return news;
}

} // namespace walkabout
