// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns a TableModel shows, and how its index reads; tablemodeldata.cpp has the cells.
#include "core/base/bytes.h"
#include "ui/table/livetable.h"
#include "ui/table/tablemodel.h"

#include <QLocale>

#include <algorithm>

namespace walkabout {

void TableModel::setJoins(const QList<TableJoin> &joins) {
    if (joins == m_joins)
        return;
    m_joins = joins;
    rebuild();
}

void TableModel::setColumns(const QList<Oid> &columns) {
    if (columns == m_chosen)
        return;
    const Oid sorting = m_sortColumn < 0 ? Oid() : m_columns.at(m_sortColumn).oid;
    m_chosen = columns;
    beginResetModel();
    showChosen();
    const auto sorts = std::ranges::find(m_columns, sorting, &TableColumn::oid);
    m_sortColumn = sorting.isEmpty() || sorts == m_columns.end() ? -1 : int(sorts - m_columns.begin());
    endResetModel();
    if (!m_filter.isEmpty() || (!sorting.isEmpty() && m_sortColumn < 0))
        arrange();
}

void TableModel::showChosen() {
    const auto isIndex = [](const TableColumn &column) { return column.indexPart >= 0; };
    m_columns = m_all;
    if (m_chosen.isEmpty())
        return;
    const auto place = [&](const TableColumn &column) {
        if (isIndex(column))
            return qsizetype(-1);
        const qsizetype at = m_chosen.indexOf(column.oid);
        return at < 0 ? m_chosen.size() : at;
    };
    m_columns.removeIf([&](const TableColumn &column) {
        const bool isKnown = !m_describe.library()->node(column.oid).isNull();
        return !isIndex(column) && isKnown && !m_chosen.contains(column.oid);
    });
    std::ranges::stable_sort(m_columns, {}, place);
}

void TableModel::setInterfaces(InterfaceNames::Pointer interfaces) {
    if (interfaces == m_describe.interfaces())
        return;
    m_describe.setInterfaces(std::move(interfaces));
    if (!m_filter.isEmpty() || m_sortColumn >= 0)
        arrange();
    allChanged();
    if (!m_columns.isEmpty())
        emit headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1); // names stand at the left
}

bool TableModel::isNamed(const TableColumn &column) const {
    return column.refers != Refers::Nothing && m_describe.interfaces() && !m_describe.interfaces()->isEmpty();
}

std::optional<IndexValue> TableModel::indexPart(int row, int part) const {
    const auto values = m_index.split(m_cells.instance(row).parts());
    return values && part < values->size() ? std::optional(values->at(part)) : std::nullopt;
}

QString TableModel::indexText(int row, const TableColumn &column) const {
    const auto value = indexPart(row, column.indexPart);
    if (!value)
        return column.indexPart == 0 ? m_cells.instance(row).toString() : QString();
    const auto *number = std::get_if<qint64>(&value->value);
    if (number && isNamed(column)) {
        if (QString text = m_describe.interfaces()->text(column.refers, *number); !text.isEmpty())
            return text;
    }
    return value->text;
}

QString TableModel::indexName(int row, const TableColumn &column) const {
    const auto value = indexPart(row, column.indexPart);
    const auto *number = value ? std::get_if<qint64>(&value->value) : nullptr;
    const QString name = number && isNamed(column) ? m_describe.interfaces()->name(column.refers, *number) : QString();
    return name.isEmpty() ? indexText(row, column) : name;
}

// What stands behind the text, where that is another: large numbers are grouped here alone.
QString TableModel::rawText(int row, int column) const {
    constexpr qint64 Large = 10'000;
    const TableColumn &shown = m_columns.at(column);
    const std::optional<VarBind> value = cell(row, column);
    QString raw;
    if (shown.indexPart >= 0 && !value) {
        const auto part = indexPart(row, shown.indexPart);
        const auto *octets = part ? std::get_if<QByteArray>(&part->value) : nullptr;
        if (octets)
            raw = bytes::toHex(*octets);
        else if (const auto *number = part ? std::get_if<qint64>(&part->value) : nullptr)
            raw = QString::number(*number);
    } else if (value && value->value.isInteger()) {
        const bool isSigned = value->value.type() == Value::Type::Integer32;
        const qint64 number = value->value.toSigned();
        const bool isLarge
            = isSigned ? number >= Large || number <= -Large : value->value.toUnsigned() >= quint64(Large);
        if (isLarge)
            raw = isSigned ? QLocale(QLocale::English).toString(number)
                           : QLocale(QLocale::English).toString(value->value.toUnsigned());
        else
            raw = QString::number(number);
    } else if (value && value->value.type() == Value::Type::OctetString) {
        raw = bytes::toHex(value->value.octets().first(qMin(value->value.octets().size(), qsizetype(64))));
    } else if (value && value->value.type() == Value::Type::ObjectIdentifier) {
        raw = value->value.toOid().toString();
    }
    return raw.isEmpty() || raw == text(row, column) ? QString() : tr("Raw: %1").arg(raw);
}

} // namespace walkabout
