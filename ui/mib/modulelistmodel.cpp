// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/modulelistmodel.h"

#include "core/base/count.h"
#include "core/mib/collection.h"
#include "ui/shared/palette.h"

#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

using ModuleState = ModuleListRows::State;

void ModuleListModel::set(ModuleListRows::Pointer rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ModuleListModel::setSwitchedOff(const QStringList &modules) {
    if (modules == m_off)
        return;
    m_off = modules;
    if (rowCount() > 0)
        emit dataChanged(index(0, Module), index(rowCount() - 1, Status));
}

int ModuleListModel::rowOf(const QString &module) const {
    const ModuleListRows::Row *row = m_rows->row(module);
    return row ? int(row - m_rows->rows.constData()) : -1;
}

QString ModuleListModel::tierText(int tier) {
    switch (tier) {
    case Collection::User: return tr("yours");
    case Collection::System: return tr("system");
    default: return tr("shipped");
    }
}

int ModuleListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows->rows.size());
}

int ModuleListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool ModuleListModel::isWanted(const ModuleListRows::Row &row) const {
    return !std::ranges::binary_search(m_off, row.module.name);
}

QString ModuleListModel::statusText(const ModuleListRows::Row &row) const {
    const ModuleInfo &module = row.module;
    if (row.state == ModuleState::Missing)
        return tr("missing: %1 wanted").arg(counted(row.wanted, tr("%1 symbol"), tr("%1 symbols")));
    if (isWanted(row) != (row.state == ModuleState::InUse))
        return isWanted(row) ? tr("being switched on") : tr("being switched off");
    if (row.state == ModuleState::Off)
        return tr("off");
    QStringList parts;
    if (module.errors > 0)
        parts.append(counted(module.errors, tr("%1 error"), tr("%1 errors")));
    if (module.warnings > 0)
        parts.append(counted(module.warnings, tr("%1 warning"), tr("%1 warnings")));
    if (row.lacks > 0)
        parts.append(counted(row.lacks, tr("lacks %1 module"), tr("lacks %1 modules")));
    return parts.isEmpty() ? tr("in use") : parts.join(u", "_s);
}

QString ModuleListModel::text(const ModuleListRows::Row &row, int column) const {
    const ModuleInfo &module = row.module;
    switch (column) {
    case Module: return module.name;
    case Status: return statusText(row);
    case From: return row.state == ModuleState::Missing ? QString() : tierText(module.tier);
    case Updated: return module.lastUpdated.section(u' ', 0, 0);
    case Definitions: return row.state == ModuleState::InUse ? grouped(module.definitions) : QString();
    default: return module.file;
    }
}

QVariant ModuleListModel::sortKey(const ModuleListRows::Row &row, int column) const {
    switch (column) {
    case Status:
        // What needs a person comes first.
        if (row.state == ModuleState::Missing)
            return -3'000'000 - qlonglong(row.wanted);
        if (row.state == ModuleState::Off)
            return 1;
        return -1'000 * qlonglong(row.module.errors) - 10 * row.lacks - row.module.warnings;
    case From: return row.state == ModuleState::Missing ? -1 : row.module.tier;
    case Definitions: return row.module.definitions;
    default: return text(row, column);
    }
}

QVariant ModuleListModel::colour(const ModuleListRows::Row &row, int column) const {
    const QPalette palette = QGuiApplication::palette();
    if (column == Status && row.state != ModuleState::Off) {
        if (row.state == ModuleState::Missing || row.module.errors > 0)
            return tint(palette, Tint::Bad);
        if (row.module.warnings > 0 || row.lacks > 0)
            return tint(palette, Tint::Warning);
    }
    return column == Module && row.state == ModuleState::InUse ? QVariant() : tint(palette, Tint::Dim);
}

QVariant ModuleListModel::data(const QModelIndex &index, int role) const {
    const ModuleListRows::Row &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ForegroundRole: return colour(row, index.column());
    case SortRole: return sortKey(row, index.column());
    case FilterRole: return QStringList{row.module.name, statusText(row), text(row, From), row.module.file}.join(u' ');
    case Qt::TextAlignmentRole:
        return index.column() == Definitions ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == File && row.module.rivals > 0)
            return row.module.file + u'\n'
                + counted(row.module.rivals, tr("%1 other file defines it"), tr("%1 other files define it"));
        return index.column() == Module && !row.module.organization.isEmpty() ? row.module.organization.simplified()
                                                                              : text(row, index.column());
    case Qt::CheckStateRole:
        if (index.column() == Module && row.state != ModuleState::Missing)
            return isWanted(row) ? Qt::Checked : Qt::Unchecked;
        return {};
    default: return {};
    }
}

QVariant ModuleListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Module: return tr("Module");
    case Status: return tr("Status");
    case From: return tr("From");
    case Updated: return tr("Updated");
    case Definitions: return tr("Definitions");
    default: return tr("File");
    }
}

Qt::ItemFlags ModuleListModel::flags(const QModelIndex &index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Module && at(index.row()).state != ModuleState::Missing)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool ModuleListModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    emit switched(at(index.row()).module.name, value.toInt() == Qt::Unchecked);
    return true;
}

} // namespace walkabout
