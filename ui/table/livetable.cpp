// SPDX-License-Identifier: GPL-3.0-or-later
// What LiveTable knows; livetaking.cpp holds how a reading comes in.
#include "ui/table/livetable.h"

#include "ui/table/livenext.h"

#include <algorithm>

namespace walkabout {

namespace {

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};

} // namespace

LiveTable::LiveTable(TableCells &cells, const ResultStore &store, bool isWhole)
    : m_cells(cells)
    , m_isWhole(isWhole)
    , m_now{&store, nullptr} {}

LiveTable::~LiveTable() = default;

std::vector<int> LiveTable::coming() const { return m_next ? m_next->made : std::vector<int>(); }

std::optional<VarBind> LiveTable::now(int row, ColumnKey column) const {
    if (const auto gone = m_gone.constFind(row); gone != m_gone.cend()) {
        const auto kept = gone->constFind(column);
        return kept == gone->cend() ? std::nullopt : std::optional(*kept);
    }
    const int at = m_cells.cell(row, column);
    return at == TableCells::Hole ? std::nullopt : std::optional(m_now.store->at(at));
}

CounterRate::Kind LiveTable::kind(ColumnKey column) const {
    const auto track = m_tracks.constFind(column);
    return track == m_tracks.cend() ? CounterRate::Kind::None : track->kind;
}

std::optional<CounterReading> LiveTable::read(const Source &source, int at, std::optional<quint32> discontinuity) {
    if (at == TableCells::Hole || !source.reading)
        return {};
    return CounterReading{source.store->at(at).value, source.reading->time, discontinuity};
}

// Of an interface that says how fast it is.
std::optional<double> LiveTable::ceiling(int row, ColumnKey column) const {
    constexpr quint32 ifSpeed = 5;
    if (m_cells.entry() != ifEntry || column >> 32 != 0)
        return {};
    const int at = m_cells.cell(row, ifSpeed);
    return at == TableCells::Hole ? std::nullopt
                                  : interfaceCeiling(quint32(column), m_now.store->at(at).value.toUnsigned());
}

CounterRate LiveTable::rate(int row, ColumnKey column) const {
    const auto track = m_tracks.constFind(column);
    if (track == m_tracks.cend() || isGone(row))
        return {};
    const Row state = size_t(row) < m_rows.size() ? m_rows[size_t(row)] : Row();
    const auto now = read(m_now, m_cells.cell(row, column), state.discontinuity);
    if (!now)
        return {};
    const int before = size_t(row) < track->before.size() ? track->before[size_t(row)] : TableCells::Hole;
    return CounterRate::between(read(m_before, before, state.before), *now, track->kind, ceiling(row, column));
}

bool LiveTable::isMoving(int row, ColumnKey column) const {
    return unmoved(row, column) == 0 && rate(row, column).isKnown();
}

int LiveTable::unmoved(int row, ColumnKey column) const {
    const auto track = m_tracks.constFind(column);
    return track == m_tracks.cend() || size_t(row) >= track->still.size() ? 0 : track->still[size_t(row)] & ~Never;
}

bool LiveTable::isChanged(int row) const {
    for (auto track = m_tracks.cbegin(); track != m_tracks.cend() && !isGone(row); ++track) {
        if (track->kind != CounterRate::Kind::None || size_t(row) >= track->still.size()
            || track->still[size_t(row)] != 0)
            continue;
        const std::optional<VarBind> value = now(row, track.key());
        if (value && value->value.type() != Value::Type::TimeTicks)
            return true;
    }
    return false;
}

double LiveTable::freshness(int row, ColumnKey column, Monotonic::time_point now) const {
    const auto track = m_tracks.constFind(column);
    if (track == m_tracks.cend() || size_t(row) >= track->still.size() || isGone(row))
        return 0;
    // It changed in the reading before those that found it where it was.
    const quint16 still = track->still[size_t(row)];
    if (still >= m_shown.size()) // Never is beyond them all
        return 0;
    const auto age = now - m_shown[still];
    return age >= Fading ? 0 : 1 - std::chrono::duration<double>(age) / Fading;
}

void LiveTable::zero() {
    m_zeroed = utcNow();
    for (Track &track : m_tracks) {
        if (track.kind != CounterRate::Kind::None)
            track.since.assign(size_t(m_cells.bound()), 0);
        track.isSinceZero = true;
    }
}

void LiveTable::forgetZero() {
    m_zeroed.reset();
    for (Track &track : m_tracks)
        track.since = {};
}

std::optional<LiveTable::Since> LiveTable::since(int row, ColumnKey column) const {
    const auto track = m_tracks.constFind(column);
    if (!m_zeroed || track == m_tracks.cend() || track->kind == CounterRate::Kind::None)
        return {};
    const quint64 since = size_t(row) < track->since.size() ? track->since[size_t(row)] : 0;
    return Since{since & ~Torn, (since & Torn) == 0};
}

bool LiveTable::isColumnZero(ColumnKey column) const {
    const auto track = m_tracks.constFind(column);
    if (track == m_tracks.cend())
        return false;
    return m_zeroed && track->kind != CounterRate::Kind::None ? track->isSinceZero : track->isZero;
}

bool LiveTable::isRowZero(int row) const {
    bool hasCounters = false;
    for (auto track = m_tracks.cbegin(); track != m_tracks.cend(); ++track) {
        if (track->kind == CounterRate::Kind::None)
            continue;
        const std::optional<VarBind> cell = now(row, track.key());
        hasCounters = hasCounters || cell;
        const auto counted = since(row, track.key());
        if (cell && (counted ? counted->counted > 0 : cell->value.toUnsigned() != 0))
            return false;
    }
    return hasCounters;
}

void LiveTable::release(int row) {
    if (m_gone.remove(row) > 0)
        std::erase(m_goneOrder, row);
    m_cells.release(row);
    for (Track &track : m_tracks) {
        if (size_t(row) < track.since.size())
            track.since[size_t(row)] = 0;
    }
    if (size_t(row) < m_rows.size())
        m_rows[size_t(row)] = {};
}

void LiveTable::forgetNew() {
    for (Row &row : m_rows)
        row.isNew = false;
}

} // namespace walkabout
