// SPDX-License-Identifier: GPL-3.0-or-later
// What TableModel shows; tablemodel.cpp holds how rows come to stand where they stand.
#include "ui/table/tablemodel.h"

#include "core/work/storesearch.h"
#include "ui/set/pendingcell.h"
#include "ui/shared/palette.h"
#include "ui/table/livetable.h"
#include "ui/table/tablecomparison.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr double Murmur = 0.3; // counters move all the time: they would drown what changes once a day

// One line: breaks show as a mark.
QString oneLine(QString text) {
    text.replace(u"\r\n"_s, u"↵"_s);
    text.replace(u'\n', u'↵');
    text.replace(u'\r', u'↵');
    return text;
}

bool isEmptyOctets(const std::optional<VarBind> &cell) {
    return cell && cell->value.type() == Value::Type::OctetString && cell->value.octets().isEmpty();
}

} // namespace

void TableModel::setChanges(const ChangeSheet &changes) {
    m_changes = &changes;
    connect(&changes, &ChangeSheet::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

int TableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_order.size()); }

int TableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

std::optional<VarBind> TableModel::cell(int row, int column) const {
    const ColumnKey number = m_columns.at(column).number;
    if (number == 0)
        return {};
    if (m_live)
        return m_live->now(row, number);
    if (m_comparison && m_comparison->isGone(row))
        return m_comparison->was(row, number);
    const int at = m_cells.cell(row, number);
    return at == TableCells::Hole ? std::nullopt : std::optional(m_source->at(at));
}

std::optional<VarBind> TableModel::varBindAt(const QModelIndex &index) const {
    return index.isValid() ? cell(m_order[size_t(index.row())], index.column()) : std::nullopt;
}

Oid TableModel::instanceAt(const QModelIndex &index) const {
    if (!index.isValid())
        return {};
    const TableColumn &column = m_columns.at(index.column());
    if (column.number >> 32 != 0) { // its instance may be another than the row's
        const std::optional<VarBind> value = varBindAt(index);
        return value ? value->oid : Oid();
    }
    return column.oid.isEmpty() ? Oid() : column.oid + m_cells.instance(m_order[size_t(index.row())]);
}

bool TableModel::isColumnEmpty(int section) const {
    const TableColumn &column = m_columns.at(section);
    return column.indexPart < 0 && !m_cells.hasColumn(column.number);
}

QString TableModel::text(int row, int column) const {
    if (m_columns.at(column).indexPart >= 0)
        return indexText(row, m_columns.at(column));
    const std::optional<VarBind> value = cell(row, column);
    return !value || isEmptyOctets(value) ? QString() : m_describe.value(*value);
}

QString TableModel::shown(int row, int column) const {
    return isCounter(row, column) ? rateText(row, m_columns.at(column).number) : text(row, column);
}

SortKey TableModel::key(int row, int column) const {
    if (const int part = m_columns.at(column).indexPart; part >= 0) {
        const auto value = indexPart(row, part);
        if (value && isNamed(m_columns.at(column)))
            return SortKey::text(indexName(row, m_columns.at(column)));
        if (value)
            return SortKey::of(*value);
        return part == 0 ? SortKey::of(m_cells.instance(row)) : SortKey();
    }
    const std::optional<VarBind> value = cell(row, column);
    if (!value)
        return {};
    if (const QString name = m_describe.interfaceName(*value); !name.isEmpty())
        return SortKey::text(name);
    if (isCounter(row, column)) {
        const CounterRate rate = m_live->rate(row, m_columns.at(column).number);
        return rate.isKnown() ? SortKey::number(rate.perSecond()) : SortKey();
    }
    return SortKey::of(value->value, m_columns.at(column).type);
}

QVariant TableModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const int row = m_order[size_t(index.row())];
    const TableColumn &column = m_columns.at(index.column());
    const bool isIndex = column.indexPart >= 0;
    const std::optional<VarBind> value = cell(row, index.column());
    const bool hole = !isIndex && !value;
    const bool isGone = this->isGone(row);
    if (m_changes && !m_changes->isEmpty() && !isIndex) {
        const auto *entry = m_changes->find(instanceAt(index));
        if (QVariant pending = entry ? pendingCell(*entry, m_describe, role) : QVariant(); pending.isValid())
            return pending;
    }
    switch (role) {
    case Qt::DisplayRole: {
        if (hole)
            return {};
        const QString text = shown(row, index.column());
        return text.isEmpty() && !isIndex && isEmptyOctets(value) ? u"\"\""_s : oneLine(text);
    }
    case CopyRole: return isCounter(row, index.column()) ? rateCopy(row, column.number) : text(row, index.column());
    case Qt::ToolTipRole: {
        const QString name = m_describe.typedName(instanceAt(index));
        if (hole)
            return tr("%1: not there").arg(name);
        QStringList lines{name, text(row, index.column()), rawText(row, index.column())};
        if (isCounter(row, index.column()))
            lines << rateToolTip(row, column.number);
        if (const auto before = m_comparison && value && changeAt(row, column.number) == TableFilter::Change::Changed
                ? storesearch::rowOf(*m_before, value->oid, m_before->size())
                : std::nullopt)
            lines << tr("was %1").arg(m_describe.value(m_before->at(*before)));
        if (isGone)
            lines << tr("This row is gone: these are its last values.");
        else if (isNew(row))
            lines << tr("This row is new.");
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole: {
        QString said
            = hole ? tr("%1: not there").arg(column.title) : u"%1: %2"_s.arg(column.title, shown(row, index.column()));
        if (isGone)
            said = tr("%1, row gone").arg(said);
        else if (isNew(row))
            said = tr("%1, new row").arg(said);
        return said;
    }
    case Qt::TextAlignmentRole: {
        const bool right = (column.isNumber && !isNamed(column))
            || (!column.oid.isEmpty() && column.type.name.isEmpty() && value && value->value.isInteger());
        return QVariant::fromValue(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    }
    case Qt::ForegroundRole:
        if (isGone || (value && !isIndex && isEmptyOctets(value))
            || (isCounter(row, index.column()) && !m_live->isMoving(row, column.number)))
            return tint(QApplication::palette(), Tint::Dim);
        return {};
    case Qt::BackgroundRole:
        return !isIndex && changeAt(row, column.number) != TableFilter::Change::None
            ? QVariant(tint(QApplication::palette(), Tint::NoticeBack))
            : QVariant();
    case ChangedRole:
        if (!m_live || !value || isIndex)
            return 0.0;
        return m_live->freshness(row, column.number, Monotonic::now()) * (isCounter(row, index.column()) ? Murmur : 1);
    case NewRole: return isNew(row);
    case GoneRole: return isGone;
    case HoleRole: return hole;
    case ElideLeftRole: return column.type.base == BaseType::ObjectIdentifier;
    default: return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const TableColumn &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return column.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (column.isNumber && !isNamed(column) ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

} // namespace walkabout
