// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablecells.h"

namespace walkabout {

namespace {

ColumnKey keyOf(size_t joined, quint32 number) { return ColumnKey(joined + 1) << 32 | number; }

std::optional<quint32> keyIn(const Value &value) {
    return value.isInteger() ? std::optional(quint32(value.toUnsigned())) : std::nullopt;
}

} // namespace

TableCells::TableCells(Oid entry, std::vector<JoinedTable> joined, index::Schema index)
    : m_entry(std::move(entry))
    , m_joined(std::move(joined))
    , m_index(std::move(index)) {}

void TableCells::set(Columns &columns, ColumnKey column, int row, int at) {
    std::vector<int> &cells = columns.cells[column];
    if (cells.size() <= size_t(row))
        cells.resize(size_t(row) + 1, Hole);
    cells[size_t(row)] = at;
}

std::optional<TableCells::Place> TableCells::put(const ResultStore &store, int at, Columns &columns) {
    const Oid oid = store.oidAt(at);
    const auto isOf = [&oid](const Oid &entry) { return oid.size() >= entry.size() + 2 && oid.startsWith(entry); };
    Place found;
    if (isOf(m_entry)) {
        found.column = oid[m_entry.size()];
        found.row = place(oid.mid(m_entry.size() + 1), found.newRow);
        found.newColumn = !columns.cells.contains(found.column);
        set(columns, found.column, found.row, at);
        follow(store, found, at, columns);
        return found;
    }
    bool isKnown = false;
    for (size_t joined = 0; joined < m_joined.size(); ++joined) {
        const Oid &entry = m_joined[joined].entry;
        if (!isOf(entry))
            continue;
        isKnown = true;
        const quint32 number = oid[entry.size()];
        found.column = keyOf(joined, number);
        found.newColumn = !columns.cells.contains(found.column);
        if (m_joined[joined].by != JoinedTable::By::Key) {
            putOther(store, at, joined, number, oid.mid(entry.size() + 1), columns, found);
            continue;
        }
        found.row = place(oid.mid(entry.size() + 1), found.newRow);
        set(columns, found.column, found.row, at);
        follow(store, found, at, columns);
    }
    return isKnown ? std::optional(found) : std::nullopt;
}

// What a cell, or the index of a row that was not met, says of rows elsewhere.
void TableCells::follow(const ResultStore &store, const Place &found, int at, Columns &columns) const {
    if (m_joined.empty())
        return;
    const auto row = size_t(found.row);
    if (columns.m_isFollowed.size() <= row)
        columns.m_isFollowed.resize(row + 1);
    const bool isFollowed = columns.m_isFollowed[row];
    columns.m_isFollowed[row] = true;
    std::optional<QList<IndexValue>> parts;
    for (size_t joined = 0; joined < m_joined.size(); ++joined) {
        const JoinedTable &table = m_joined[joined];
        if (table.by == JoinedTable::By::Column && table.from < 0 && table.number == found.column) {
            if (const auto key = keyIn(store.at(at).value))
                link(store, joined, *key, found.row, columns);
        } else if (table.by == JoinedTable::By::Index && !isFollowed) {
            if (!parts)
                parts = m_index.split(instance(found.row).parts());
            const auto *number = parts ? std::get_if<qint64>(&parts->at(table.part).value) : nullptr;
            if (number)
                link(store, joined, quint32(*number), found.row, columns);
        }
    }
}

void TableCells::putOther(const ResultStore &store, int at, size_t joined, quint32 number, const Oid &instance,
    Columns &columns, Place &found) const {
    if (instance.size() != 1)
        return;
    columns.m_others.resize(m_joined.size());
    columns.cells[found.column];
    Columns::Other &other = columns.m_others[joined][instance.last()];
    other.cells.emplace_back(number, at);
    for (const int row : other.rows)
        set(columns, found.column, row, at);
    found.rows.insert(found.rows.end(), other.rows.begin(), other.rows.end());
    for (size_t next = 0; next < m_joined.size(); ++next) {
        if (m_joined[next].by != JoinedTable::By::Column || m_joined[next].from != int(joined)
            || m_joined[next].number != number)
            continue;
        const std::vector<int> rows = other.rows;
        for (const int row : rows)
            link(store, next, quint32(store.at(at).value.toUnsigned()), row, columns);
    }
}

void TableCells::link(const ResultStore &store, size_t joined, quint32 key, int row, Columns &columns) const {
    columns.m_others.resize(m_joined.size());
    Columns::Other &other = columns.m_others[joined][key];
    other.rows.push_back(row);
    for (const auto &[number, at] : other.cells) {
        set(columns, keyOf(joined, number), row, at);
        for (size_t next = joined + 1; next < m_joined.size(); ++next) {
            const JoinedTable &table = m_joined[next];
            if (table.by == JoinedTable::By::Column && table.from == int(joined) && table.number == number)
                link(store, next, quint32(store.at(at).value.toUnsigned()), row, columns);
        }
    }
}

int TableCells::place(const Oid &instance, bool &isNew) {
    const auto known = m_rows.constFind(instance);
    isNew = known == m_rows.cend();
    if (!isNew)
        return *known;
    int row = bound();
    if (m_released.empty()) {
        m_instances.push_back(instance);
    } else {
        row = m_released.back();
        m_released.pop_back();
        m_instances[size_t(row)] = instance;
    }
    m_rows.insert(instance, row);
    return row;
}

std::optional<int> TableCells::rowOf(const Oid &instance) const {
    const auto known = m_rows.constFind(instance);
    return known == m_rows.cend() ? std::nullopt : std::optional(*known);
}

void TableCells::release(int row) {
    m_rows.remove(m_instances[size_t(row)]);
    m_instances[size_t(row)] = {};
    m_released.push_back(row);
    for (std::vector<int> &cells : m_columns.cells) {
        if (size_t(row) < cells.size())
            cells[size_t(row)] = Hole;
    }
}

int TableCells::cell(int row, ColumnKey column) const {
    const auto cells = m_columns.cells.constFind(column);
    return cells == m_columns.cells.cend() || size_t(row) >= cells->size() ? Hole : (*cells)[size_t(row)];
}

} // namespace walkabout
