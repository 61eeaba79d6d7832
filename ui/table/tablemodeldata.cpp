// SPDX-License-Identifier: GPL-3.0-or-later
// What TableModel shows; tablemodel.cpp holds how rows come to stand where they stand.
#include "ui/table/tablemodel.h"

#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

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

int TableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_order.size()); }

int TableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

int TableModel::storeRow(int row, int column) const {
    const quint32 number = m_columns.at(column).number;
    return number == 0 ? TableCells::Hole : m_cells.cell(row, number);
}

std::optional<VarBind> TableModel::varBindAt(const QModelIndex &index) const {
    if (!index.isValid())
        return {};
    const int row = storeRow(m_order[size_t(index.row())], index.column());
    return row == TableCells::Hole ? std::nullopt : std::optional(m_store.at(row));
}

Oid TableModel::instanceAt(const QModelIndex &index) const {
    if (!index.isValid())
        return {};
    const Oid &object = m_columns.at(index.column()).oid;
    return object.isEmpty() ? Oid() : object + m_cells.instance(m_order[size_t(index.row())]);
}

bool TableModel::isColumnEmpty(int section) const {
    const TableColumn &column = m_columns.at(section);
    return column.indexPart < 0 && !m_cells.hasColumn(column.number);
}

QString TableModel::indexText(int row, int part) const {
    const Oid &instance = m_cells.instance(row);
    const NodeRef entry = m_describe.library()->node(m_cells.entry());
    const auto values = entry.isNull() ? std::nullopt : index::split(entry, instance);
    if (!values || values->isEmpty())
        return part == 0 ? instance.toString() : QString();
    return part < values->size() ? values->at(part).text : QString();
}

QString TableModel::text(int row, int column) const {
    if (const int part = m_columns.at(column).indexPart; part >= 0)
        return indexText(row, part);
    const int at = storeRow(row, column);
    if (at == TableCells::Hole)
        return {};
    const VarBind cell = m_store.at(at);
    return isEmptyOctets(cell) ? QString() : m_describe.value(cell);
}

SortKey TableModel::key(int row, int column) const {
    if (const int part = m_columns.at(column).indexPart; part >= 0) {
        const NodeRef entry = m_describe.library()->node(m_cells.entry());
        const auto values = entry.isNull() ? std::nullopt : index::split(entry, m_cells.instance(row));
        if (values && part < values->size())
            return SortKey::of(values->at(part));
        return part == 0 ? SortKey::of(m_cells.instance(row)) : SortKey();
    }
    const int at = storeRow(row, column);
    return at == TableCells::Hole ? SortKey() : SortKey::of(m_store.at(at).value, m_columns.at(column).type);
}

QVariant TableModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const int row = m_order[size_t(index.row())];
    const TableColumn &column = m_columns.at(index.column());
    const bool isIndex = column.indexPart >= 0;
    const bool hole = !isIndex && storeRow(row, index.column()) == TableCells::Hole;
    switch (role) {
    case Qt::DisplayRole: {
        if (hole)
            return {};
        const QString shown = text(row, index.column());
        return shown.isEmpty() && !isIndex && isEmptyOctets(varBindAt(index)) ? u"\"\""_s : oneLine(shown);
    }
    case CopyRole: return text(row, index.column());
    case Qt::ToolTipRole: {
        const QString name = m_describe.typedName(instanceAt(index));
        if (hole)
            return tr("%1: not there").arg(name);
        const QString full = text(row, index.column());
        return full.isEmpty() ? name : u"%1\n%2"_s.arg(name, full);
    }
    case Qt::AccessibleTextRole:
        return hole ? tr("%1: not there").arg(column.title) : u"%1: %2"_s.arg(column.title, text(row, index.column()));
    case Qt::TextAlignmentRole: {
        const auto cell = column.oid.isEmpty() || !column.type.name.isEmpty() ? std::nullopt : varBindAt(index);
        const bool right = column.isNumber || (cell && cell->value.isInteger());
        return QVariant::fromValue(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    }
    case Qt::ForegroundRole:
        return !hole && !isIndex && isEmptyOctets(varBindAt(index)) ? QVariant(tint(QApplication::palette(), Tint::Dim))
                                                                    : QVariant();
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
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

} // namespace walkabout
