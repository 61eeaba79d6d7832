// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultmodel.h"

#include "ui/query/resultkeys.h"
#include "ui/query/storesearch.h"

#include <QElapsedTimer>

#include <algorithm>
#include <functional>
#include <memory>

namespace walkabout {

ResultModel::ResultModel(const ResultStore &store, Describe describe, QObject *parent)
    : SlicedRows(std::move(describe), 0, parent)
    , m_store(store) {
    connect(&store, &ResultStore::grew, this, [this](int first, int) {
        m_times.emplace_back(first, utcNow());
        scanSoon();
    });
    if (store.size() > 0) {
        m_times.emplace_back(0, utcNow());
        m_isAnew = true;
        m_scan.start(0);
    }
}

void ResultModel::addNote(const QString &text, bool bad) {
    m_notes.push_back({text, bad, m_store.size()});
    m_scan.start(0);
}

void ResultModel::compareWith(const ResultStore *before) {
    m_before = before && StoreSearch::isAscending(*before) ? before : nullptr;
}

void ResultModel::setChanges(const ChangeSheet &changes) {
    m_changes = &changes;
    connect(&changes, &ChangeSheet::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, ValueText), index(rowCount() - 1, ValueText));
    });
}

void ResultModel::scan() {
    QElapsedTimer clock;
    clock.start();
    std::vector<int> fresh;
    int looked = 0;
    bool more = false;
    int notes = m_notesShown;
    while (true) {
        if (notes < int(m_notes.size()) && m_notes[size_t(notes)].position == m_scanned) {
            fresh.push_back(-1 - notes++);
            continue;
        }
        if (m_scanned == m_store.size())
            break;
        more = isSliceOver(looked, clock);
        if (more)
            break;
        if (!m_later.contains(m_scanned)
            && (m_filter.isEmpty() || m_filter.matches(m_store.at(latest(m_scanned)), m_describe)))
            fresh.push_back(m_scanned);
        ++m_scanned;
        ++looked;
    }
    show(fresh, notes, more);
}

QVariant ResultModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const int shown = m_rows[size_t(index.row())];
    if (shown < 0) {
        const Note &note = m_notes[size_t(-1 - shown)];
        return noteCell(note.text, note.bad, index.column(), role);
    }
    const int row = latest(shown);
    return cell({m_store, row, m_before, timeOf(m_times, row), m_changes}, index.column(), role);
}

std::optional<VarBind> ResultModel::varBindAt(const QModelIndex &index) const {
    if (!index.isValid() || isNote(index))
        return {};
    return m_store.at(latest(m_rows[size_t(index.row())]));
}

void ResultModel::supersede(int storeRow, int laterRow) {
    m_latest[storeRow] = laterRow;
    m_later.insert(laterRow);
    const auto line = std::ranges::find(m_rows, storeRow);
    if (line != m_rows.end()) {
        const int row = int(line - m_rows.begin());
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int ResultModel::latest(int storeRow) const {
    if (m_latest.empty())
        return storeRow;
    const auto later = m_latest.find(storeRow);
    return later == m_latest.end() ? storeRow : later->second;
}

std::function<SortKey(int)> ResultModel::keyMaker() const {
    const auto keys = std::make_shared<ResultKeys>(m_describe);
    switch (m_sortColumn) {
    case Name:
    case ObjectId: return [this](int row) { return SortKey::of(m_store.oidAt(row)); };
    case ValueText: return [this, keys](int row) { return keys->value(m_store.at(latest(row))); };
    case Units: return [this, keys](int row) { return keys->units(m_store.oidAt(row)); };
    case Type: return [this, keys](int row) { return keys->type(m_store.at(latest(row))); };
    case Time:
        return [this](int row) {
            return SortKey::number(qint64(timeOf(m_times, latest(row)).time_since_epoch().count()));
        };
    default: return {};
    }
}

std::vector<int> ResultModel::toOrder() const {
    std::vector<int> rows;
    rows.reserve(m_rows.size());
    std::ranges::copy_if(m_rows, std::back_inserter(rows), [this](int row) { return !isNoteRow(row); });
    return rows;
}

// Notes stand where they were said in the order of arrival, and below all rows in any other.
std::vector<int> ResultModel::arranged() const {
    const auto tail = m_rows.begin() + qsizetype(m_ordering);
    const auto isNote = [](int row) { return row < 0; };
    std::vector<int> rows = m_order.rows();
    rows.reserve(m_rows.size());
    if (m_sortColumn >= 0) {
        std::copy_if(m_rows.begin(), tail, std::back_inserter(rows), isNote);
        rows.insert(rows.end(), tail, m_rows.end());
        return rows;
    }
    std::copy_if(tail, m_rows.end(), std::back_inserter(rows), std::not_fn(isNote));
    for (int note = 0; note < m_notesShown; ++note) {
        const int position = m_notes[size_t(note)].position;
        const auto from = rows.begin();
        rows.insert(std::lower_bound(from, rows.end(), position,
                        [this](int row, int before) {
                            return row >= 0 ? row < before : m_notes[size_t(-1 - row)].position <= before;
                        }),
            -1 - note);
    }
    return rows;
}

int ResultModel::lineOf(int row) const {
    // The order knows it but for the notes that stand above; else it is a note, or arrived since.
    if (const int line = row < 0 ? -1 : m_order.lineOf(row); line >= 0) {
        for (int at = line; at <= line + m_notesShown && at < int(m_rows.size()); ++at) {
            if (m_rows[size_t(at)] == row)
                return at;
        }
    }
    const auto found = std::find(m_rows.rbegin(), m_rows.rend(), row);
    return int(m_rows.rend() - found) - 1;
}

} // namespace walkabout
