// SPDX-License-Identifier: GPL-3.0-or-later
// What a TableModel says of a reading: changes in words, and what holds but zeros.
#include "ui/table/changetext.h"
#include "ui/table/livetable.h"
#include "ui/table/tablemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr qsizetype MostLines = 500; // of one reading

bool isName(const Oid &oid) {
    static const Oid ifDescr{1, 3, 6, 1, 2, 1, 2, 2, 1, 2};
    static const Oid ifName{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1};
    return oid == ifDescr || oid == ifName;
}

} // namespace

int TableModel::namingColumns() const {
    const bool hasName = m_indexColumns < m_columns.size() && isName(m_columns.at(m_indexColumns).oid)
        && std::ranges::none_of(m_columns.first(m_indexColumns), [this](const TableColumn &c) { return isNamed(c); });
    return m_indexColumns + (hasName ? 1 : 0);
}

// As people call it: an interface by its name, anything else by its index.
QString TableModel::rowName(int row) const {
    for (int column = 0; column < m_columns.size(); ++column) {
        if (const auto name = isName(m_columns.at(column).oid) ? cell(row, column) : std::nullopt)
            return changetext::value(m_describe, *name);
    }
    QStringList parts;
    for (int column = 0; column < m_indexColumns; ++column)
        parts << indexName(row, m_columns.at(column));
    return parts.join(u' ');
}

void TableModel::tell(const LiveNews &news) {
    const QString time = changetext::clock(news.when);
    QStringList lines;
    qint64 more = news.moreChanges;
    const auto add = [&](const auto &line) {
        if (lines.size() < MostLines)
            lines << line();
        else
            ++more;
    };
    for (const int row : news.went)
        add([&] { return tr("%1 %2 row gone").arg(time, rowName(row)); });
    for (const int row : news.came) {
        if (m_live->isNew(row))
            add([&] { return tr("%1 %2 row new").arg(time, rowName(row)); });
    }
    for (const LiveNews::Change &change : news.changes) {
        if (std::ranges::find(m_all, change.column, &TableColumn::number) == m_all.end())
            continue; // on the way to a joined table
        add([&] {
            const auto column = std::ranges::find(m_all, change.column, &TableColumn::number);
            const Oid oid = column->oid + m_cells.instance(change.row); // of a joined table the object alone counts
            return tr("%1 %2 %3 %4 -> %5")
                .arg(time, rowName(change.row), column->title, changetext::value(m_describe, {oid, change.before}),
                    changetext::value(m_describe, {oid, change.now}));
        });
    }
    if (more > 0)
        lines << tr("%1 and %2 changes more").arg(time).arg(more);
    if (!lines.isEmpty())
        emit changesTold(lines);
}

// Also notes which columns have more than zeros; a row without counters is none of zeros.
bool TableModel::isRowZero(int row) const {
    if (m_live)
        return m_live->isRowZero(row);
    bool hasCounters = false;
    bool isZero = true;
    for (int at = 0; at < m_columns.size(); ++at) {
        const TableColumn &column = m_columns.at(at);
        const std::optional<VarBind> value = column.indexPart < 0 ? cell(row, at) : std::nullopt;
        if (!value)
            continue;
        const bool moves = value->value.toUnsigned() != 0;
        if (moves)
            m_moving.insert(column.number);
        if (CounterRate::kindOf(column.type, value->value.type()) == CounterRate::Kind::None)
            continue;
        hasCounters = true;
        isZero = isZero && !moves;
    }
    return hasCounters && isZero;
}

bool TableModel::isCounterColumn(int section) const {
    const TableColumn &column = m_columns.at(section);
    if (column.indexPart >= 0)
        return false;
    const BaseType base = column.type.base;
    return base == BaseType::Counter32 || base == BaseType::Counter64
        || (m_live && m_live->kind(column.number) != CounterRate::Kind::None);
}

bool TableModel::isColumnZero(int section) const {
    const TableColumn &column = m_columns.at(section);
    if (!m_hidesZeros || column.indexPart >= 0 || !column.isNumber || !m_cells.hasColumn(column.number))
        return false;
    return m_live ? m_live->isColumnZero(column.number) : !m_moving.contains(column.number);
}

} // namespace walkabout
