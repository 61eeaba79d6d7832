// SPDX-License-Identifier: GPL-3.0-or-later
// What the lines of a tree show.
#include "ui/query/treemodel.h"

#include "core/base/count.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>

namespace walkabout {

std::function<Oid(int)> TreeModel::oids() const {
    return [this](int place) { return m_list.store().oidAt(m_numbers[size_t(place)]); };
}

int TreeModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_lines + int(m_asides.size());
}

TreeModel::Place TreeModel::at(int line) const {
    if (line >= m_lines)
        return {-1, -1, m_asides[size_t(line - m_lines)]};
    const Shown &shown = *std::prev(std::ranges::upper_bound(m_shown, line, {}, &Shown::line));
    const ResultOutline::Branch &found = branch(shown.branch);
    if (found.isSingle())
        return {shown.branch, found.first};
    return {shown.branch, line == shown.line ? -1 : found.first + line - shown.line - 1};
}

// -1: it is not shown.
int TreeModel::lineOf(int branch) const {
    const auto found = std::ranges::lower_bound(m_shown, branch, {}, &Shown::branch);
    return found != m_shown.end() && found->branch == branch ? found->line : -1;
}

TreeModel::Branch TreeModel::branchAt(int line) const {
    if (line < 0 || line >= m_lines)
        return Branch::None;
    const Place place = at(line);
    if (place.row >= 0)
        return Branch::None;
    return isOpen(branch(place.branch)) ? Branch::Open : Branch::Closed;
}

int TreeModel::lineAbove(int line) const {
    if (line < 0 || line >= m_lines)
        return -1;
    const Place place = at(line);
    const bool isBelow = place.row >= 0 && !branch(place.branch).isSingle();
    const int above = isBelow ? place.branch : branch(place.branch).parent;
    return above < 0 ? -1 : lineOf(above);
}

void TreeModel::collect(int line, std::vector<int> &numbers) const {
    const Place place = at(line);
    if (place.branch < 0)
        return;
    const int first = place.row >= 0 ? place.row : branch(place.branch).first;
    const int last = place.row >= 0 ? place.row + 1 : branch(place.branch).last;
    numbers.insert(numbers.end(), m_numbers.begin() + first, m_numbers.begin() + last);
}

bool TreeModel::isNote(const QModelIndex &index) const {
    return index.isValid() && index.row() >= m_lines && m_list.isNoteNumber(m_asides[size_t(index.row() - m_lines)]);
}

QList<int> TreeModel::noteLines() const {
    QList<int> lines;
    for (size_t aside = 0; aside < m_asides.size(); ++aside) {
        if (m_list.isNoteNumber(m_asides[aside]))
            lines += m_lines + int(aside);
    }
    return lines;
}

std::optional<VarBind> TreeModel::varBindAt(const QModelIndex &index) const {
    if (!index.isValid())
        return {};
    const Place place = at(index.row());
    if (place.branch < 0)
        return m_list.varBindOf(place.aside);
    return place.row < 0 ? std::nullopt : m_list.varBindOf(m_numbers[size_t(place.row)]);
}

Oid TreeModel::oidAt(const QModelIndex &index) const {
    if (branchAt(index.row()) != Branch::None)
        return branch(at(index.row()).branch).oid;
    return ResultRows::oidAt(index);
}

QVariant TreeModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Place place = at(index.row());
    if (place.branch < 0)
        return m_list.cellOf(place.aside, index.column(), role);
    const ResultOutline::Branch &of = branch(place.branch);
    if (role == DepthRole)
        return of.depth + (place.row >= 0 && !of.isSingle() ? 1 : 0);
    if (role == BranchRole)
        return int(branchAt(index.row()));
    return place.row >= 0 ? m_list.cellOf(m_numbers[size_t(place.row)], index.column(), role)
                          : branchCell(of, index.column(), role);
}

QVariant TreeModel::branchCell(const ResultOutline::Branch &branch, int column, int role) const {
    const auto text = [&]() -> QString {
        switch (column) {
        case Name: return m_describe.typedName(branch.oid);
        case ValueText: return counted(branch.last - branch.first, tr("%1 instance"), tr("%1 instances"));
        case Units: return branch.isLeaf ? m_describe.units(branch.oid) : QString();
        case ObjectId: return branch.oid.toString();
        default: return {};
        }
    };
    switch (role) {
    case Qt::DisplayRole:
    case CopyRole: return text();
    case Qt::ToolTipRole:
        return column == Name || column == ObjectId
            ? QVariant(m_describe.name(branch.oid) + u'\n' + branch.oid.toString())
            : QVariant();
    case Qt::AccessibleTextRole:
        if (column != Name)
            return text();
        return (isOpen(branch) ? tr("%1, open, level %2") : tr("%1, closed, level %2"))
            .arg(text())
            .arg(branch.depth + 1);
    case Qt::ForegroundRole: return column == Name ? QVariant() : tint(QApplication::palette(), Tint::Dim);
    case Qt::TextAlignmentRole: return int(Qt::AlignLeft | Qt::AlignVCenter);
    case IsNoteRole: return false;
    default: return {};
    }
}

} // namespace walkabout
