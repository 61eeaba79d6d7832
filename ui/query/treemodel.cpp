// SPDX-License-Identifier: GPL-3.0-or-later
// How the lines of a tree come to stand; treemodeldata.cpp has what they show.
#include "ui/query/treemodel.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace walkabout {

TreeModel::TreeModel(const ResultModel &list, QObject *parent)
    : ResultRows(list.describe(), 0, parent)
    , m_list(list)
    , m_outline(list.describe().library()) {
    m_slices.setSingleShot(true);
    m_again.setSingleShot(true);
    m_again.setInterval(1s);
    connect(&m_slices, &QTimer::timeout, this, &TreeModel::take);
    connect(&m_again, &QTimer::timeout, this, &TreeModel::begin);
    connect(&m_order, &RowOrder::ready, this, [this] {
        adopt(m_order.rows());
        m_order.release();
    });
    connect(&list, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { takeFrom(first, last); });
    connect(&list, &QAbstractItemModel::modelReset, this, &TreeModel::restart);
    connect(&list, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_active && rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
    connect(&list, &ResultRows::caughtUp, this, &ResultRows::caughtUp);
}

void TreeModel::setActive(bool active) {
    if (m_active == active)
        return;
    m_active = active;
    if (active)
        begin();
    else
        restart();
}

void TreeModel::setDescribe(const Describe &describe) {
    m_describe = describe;
    begin();
    emit redescribed();
}

void TreeModel::restart() {
    m_slices.stop();
    m_again.stop();
    m_order.cancel();
    beginResetModel();
    m_outline = ResultOutline(m_describe.library());
    m_numbers.clear();
    m_numbers.shrink_to_fit();
    m_asides.clear();
    m_shown.clear();
    m_lines = 0;
    endResetModel();
}

// Of all that the list shows; what is shown here stays until it is ordered.
void TreeModel::begin() {
    m_again.stop();
    if (!m_active)
        return;
    std::vector<int> rows;
    rows.reserve(m_list.numbers().size());
    std::ranges::copy_if(m_list.numbers(), std::back_inserter(rows), [](int number) { return number >= 0; });
    if (m_list.sortColumn() < 0 && m_list.store().isAscending()) {
        adopt(std::move(rows));
        return;
    }
    RowOrder::Task task;
    task.rows = std::move(rows);
    if (!m_list.store().isAscending())
        task.keysOnPool = [store = ResultSnapshot(m_list.store())](std::span<const int> wanted, KeyColumn &keys) {
            store.each(wanted, [&keys](int, const VarBind &varBind) {
                keys.append(SortKey::of(varBind.oid));
                return true;
            });
        };
    m_order.begin(std::move(task));
}

void TreeModel::adopt(std::vector<int> numbers) {
    QElapsedTimer clock;
    clock.start();
    beginResetModel();
    m_outline = ResultOutline(m_describe.library());
    m_numbers = std::move(numbers);
    m_asides.clear();
    std::ranges::copy_if(m_list.numbers(), std::back_inserter(m_asides), [](int number) { return number < 0; });
    const bool isAll = m_outline.take(oids(), int(m_numbers.size()), clock, SliceMilliseconds);
    std::tie(m_shown, m_lines) = layOut();
    endResetModel();
    if (!isAll)
        m_slices.start(0);
}

void TreeModel::takeFrom(int first, int last) {
    if (!m_active)
        return;
    std::vector<int> asides;
    bool isBehind = !m_order.isBuilding() && m_list.store().isAscending();
    for (int line = first; line <= last; ++line) {
        const int number = m_list.numbers()[size_t(line)];
        if (number < 0) {
            asides.push_back(number);
            continue;
        }
        isBehind = isBehind && (m_numbers.empty() || m_numbers.back() < number);
        if (isBehind)
            m_numbers.push_back(number);
    }
    if (!isBehind && int(asides.size()) <= last - first && !m_again.isActive())
        m_again.start();
    grow(asides);
    if (m_outline.taken() < int(m_numbers.size()) && !m_slices.isActive())
        m_slices.start(0);
}

void TreeModel::take() {
    QElapsedTimer clock;
    clock.start();
    const std::vector<ResultOutline::Branch> &branches = m_outline.branches();
    const int before = int(branches.size());
    const bool isAll = m_outline.take(oids(), int(m_numbers.size()), clock, SliceMilliseconds);
    grow({});
    // What stood last has more instances now, and so has all above it.
    for (int at = before - 1; at >= 0; at = branches[size_t(at)].parent) {
        if (const int line = lineOf(at); line >= 0)
            emit dataChanged(index(line, 0), index(line, ColumnCount - 1));
    }
    if (!isAll)
        m_slices.start(0);
}

// Rows come behind those that are there: so do their lines, above the asides.
void TreeModel::grow(const std::vector<int> &asides) {
    Layout next = layOut();
    if (const int more = next.second - m_lines; more > 0) {
        beginInsertRows({}, m_lines, m_lines + more - 1);
        std::tie(m_shown, m_lines) = std::move(next);
        endInsertRows();
    }
    if (!asides.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(asides.size()) - 1);
        m_asides.insert(m_asides.end(), asides.begin(), asides.end());
        endInsertRows();
    }
}

bool TreeModel::isOpen(const ResultOutline::Branch &branch) const {
    return branch.isLeaf == m_toggled.contains(branch.oid);
}

TreeModel::Layout TreeModel::layOut() const {
    Layout layout;
    int closed = -1; // the depth of what is closed above
    for (size_t at = 0; at < m_outline.branches().size(); ++at) {
        const ResultOutline::Branch &each = m_outline.branches()[at];
        if (closed >= 0 && each.depth > closed)
            continue;
        layout.first.push_back({int(at), layout.second});
        const bool open = isOpen(each);
        closed = open ? -1 : each.depth;
        layout.second += 1 + (open && each.isLeaf && !each.isSingle() ? each.last - each.first : 0);
    }
    return layout;
}

bool TreeModel::toggle(int line) {
    if (branchAt(line) == Branch::None)
        return false;
    const Oid oid = branch(at(line).branch).oid;
    if (!m_toggled.remove(oid))
        m_toggled.insert(oid);
    Layout next = layOut();
    const int more = next.second - m_lines;
    if (more > 0)
        beginInsertRows({}, line + 1, line + more);
    else if (more < 0)
        beginRemoveRows({}, line + 1, line - more);
    std::tie(m_shown, m_lines) = std::move(next);
    if (more > 0)
        endInsertRows();
    else if (more < 0)
        endRemoveRows();
    emit dataChanged(index(line, 0), index(line, ColumnCount - 1));
    return true;
}

void TreeModel::openAll(bool open) {
    beginResetModel();
    m_toggled.clear();
    for (const ResultOutline::Branch &each : m_outline.branches()) {
        if (each.isLeaf == open)
            m_toggled.insert(each.oid);
    }
    std::tie(m_shown, m_lines) = layOut();
    endResetModel();
}

int TreeModel::placeOf(const Oid &oid) const {
    const auto oidOf = oids();
    int low = 0;
    for (int high = m_outline.taken(); low < high;) {
        const int middle = low + (high - low) / 2;
        if (oidOf(middle) < oid)
            low = middle + 1;
        else
            high = middle;
    }
    return low < m_outline.taken() && oidOf(low) == oid ? low : -1;
}

int TreeModel::lineOfRow(int place) const {
    const int leaf = m_outline.leafOf(place);
    const int line = lineOf(leaf);
    if (line < 0 || branch(leaf).isSingle())
        return line;
    return isOpen(branch(leaf)) ? line + 1 + place - branch(leaf).first : -1;
}

int TreeModel::lineOf(const Oid &oid) const {
    if (const int place = placeOf(oid); place >= 0)
        return lineOfRow(place);
    const auto found = std::ranges::find(m_outline.branches(), oid, &ResultOutline::Branch::oid);
    return found == m_outline.branches().end() ? -1 : lineOf(int(found - m_outline.branches().begin()));
}

int TreeModel::reveal(const Oid &oid) {
    const int place = placeOf(oid);
    if (place < 0)
        return -1;
    std::vector<int> way;
    for (int at = m_outline.leafOf(place); at >= 0; at = branch(at).parent)
        way.push_back(at);
    for (auto at = way.rbegin(); at != way.rend(); ++at) {
        if (!branch(*at).isSingle() && !isOpen(branch(*at)))
            toggle(lineOf(*at));
    }
    return lineOfRow(place);
}

} // namespace walkabout
