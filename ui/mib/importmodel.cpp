// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/importmodel.h"

#include "core/base/count.h"
#include "ui/mib/importtext.h"
#include "ui/shared/choicedelegate.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr quintptr GroupId = 0; // a row's id is the number of its group, from one

// All complaints of a large group are read by nobody.
constexpr int DetailedRows = 100;

} // namespace

ImportModel::ImportModel(QObject *parent)
    : QAbstractItemModel(parent) {}

void ImportModel::setPlan(ImportPlan plan) {
    beginResetModel();
    m_plan = std::move(plan);
    m_failures.clear();
    fill();
    endResetModel();
}

void ImportModel::setResults(const QList<ImportResult> &results) {
    beginResetModel();
    for (const ImportResult &result : results) {
        if (result.failure)
            m_failures[result.file] = result.failure->text();
    }
    fill();
    endResetModel();
}

void ImportModel::fill() {
    for (QList<qsizetype> &rows : m_rows)
        rows.clear();
    m_missing = m_plan.missing();
    for (qsizetype i = 0; i < m_plan.files().size(); ++i) {
        auto group = Group::NotMib;
        switch (m_plan.files()[i].fate) {
        case ImportFile::Fate::Add: group = Group::Added; break;
        case ImportFile::Fate::Same: group = Group::Same; break;
        case ImportFile::Fate::Conflict: group = Group::Conflicts; break;
        case ImportFile::Fate::NotMib: break;
        }
        m_rows[size_t(m_failures.contains(i) ? Group::Failed : group)] += i;
    }
    m_groups.clear();
    for (size_t group = 0; group < GroupCount; ++group) {
        if (sizeOf(Group(group)) > 0)
            m_groups += Group(group);
    }
}

int ImportModel::sizeOf(Group group) const {
    return int(group == Group::Missing ? m_missing.size() : m_rows[size_t(group)].size());
}

std::optional<ImportModel::Group> ImportModel::groupOf(const QModelIndex &index) const {
    if (!index.isValid())
        return std::nullopt;
    return index.internalId() == GroupId ? m_groups.value(index.row()) : Group(index.internalId() - 1);
}

QModelIndex ImportModel::index(int row, int column, const QModelIndex &parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_groups[parent.row()]) + 1 : GroupId);
}

QModelIndex ImportModel::parent(const QModelIndex &index) const {
    if (!index.isValid() || index.internalId() == GroupId)
        return {};
    return createIndex(int(m_groups.indexOf(Group(index.internalId() - 1))), 0, GroupId);
}

int ImportModel::rowCount(const QModelIndex &parent) const {
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == GroupId && parent.column() == 0 ? sizeOf(m_groups[parent.row()]) : 0;
}

int ImportModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QString ImportModel::title(Group group) const {
    const int size = sizeOf(group);
    switch (group) {
    case Group::Failed: return counted(size, tr("%1 file was not imported"), tr("%1 files were not imported"));
    case Group::Conflicts: return counted(size, tr("%1 conflict"), tr("%1 conflicts"));
    case Group::Missing: return counted(size, tr("%1 missing module"), tr("%1 missing modules"));
    case Group::Added: return counted(size, tr("%1 file will be added"), tr("%1 files will be added"));
    case Group::Same: return counted(size, tr("%1 file already here"), tr("%1 files already here"));
    case Group::NotMib: break;
    }
    return counted(size, tr("%1 file without a module"), tr("%1 files without a module"));
}

QVariant ImportModel::data(const QModelIndex &index, int role) const {
    const std::optional<Group> group = groupOf(index);
    if (!group)
        return {};
    if (index.internalId() == GroupId) {
        if (role == Qt::DisplayRole && index.column() == Modules)
            return title(*group);
        if (index.column() == Fate && *group == Group::Conflicts)
            return choiceForAll(role);
        if (role == Qt::FontRole) {
            QFont bold = QApplication::font();
            bold.setBold(true);
            return bold;
        }
        return {};
    }
    if (*group == Group::Missing)
        return missingData(m_missing[index.row()], index.column(), role);
    const qsizetype number = m_rows[size_t(*group)][index.row()];
    return fileData(m_plan.files()[number], number, index.column(), role);
}

QVariant ImportModel::choiceForAll(int role) {
    if (role == Qt::DisplayRole)
        return tr("For all …");
    if (role == ChoiceDelegate::ChoicesRole)
        return QStringList{tr("Keep all that are in use"), tr("Use all of these")};
    return role == Qt::EditRole ? QVariant(-1) : QVariant();
}

QVariant ImportModel::fileData(const ImportFile &file, qsizetype number, int column, int role) const {
    if (role == ChoiceDelegate::ChoicesRole)
        return importtext::choices(file);
    if (role == Qt::EditRole)
        return file.isChosen ? 1 : 0;
    if (role == Qt::TextAlignmentRole && column == Definitions)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Modules: return importtext::modules(file);
    case Fate: return m_failures.contains(number) ? m_failures[number] : importtext::fate(file);
    case Remark: return importtext::remark(m_plan, file);
    case Updated: return file.modules.isEmpty() ? QString() : file.modules.front().lastUpdated.left(10);
    case Definitions: {
        int sum = 0;
        for (const ImportModule &module : file.modules)
            sum += module.definitions;
        return sum > 0 ? grouped(sum) : QString();
    }
    case File: return file.shownPath();
    default: return {};
    }
}

QVariant ImportModel::missingData(const ImportPlan::Missing &missing, int column, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Modules: return missing.module;
    case Fate:
        return u"%1 %2"_s.arg(counted(missing.wantedBy.size(), tr("%1 module lacks"), tr("%1 modules lack")),
            counted(missing.symbols.size(), tr("%1 symbol"), tr("%1 symbols")));
    case Remark: return missing.wantedBy.join(u", "_s);
    default: return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    if (value.toInt() < 0)
        return false;
    const bool use = value.toInt() == 1;
    const bool forAll = index.internalId() == GroupId;
    if (forAll)
        m_plan.chooseAll(use);
    else
        m_plan.choose(m_rows[size_t(Group::Conflicts)][index.row()], use);
    const QModelIndex group = forAll ? index.siblingAtColumn(0) : index.parent();
    emit dataChanged(this->index(0, 0, group), this->index(rowCount(group) - 1, ColumnCount - 1, group));
    renewMissing();
    emit chosen();
    return true;
}

/// What a file lacks or supplies counts only while it is chosen.
void ImportModel::renewMissing() {
    const QList<ImportPlan::Missing> missing = m_plan.missing();
    const int row = int(m_groups.indexOf(Group::Missing));
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_groups.removeAt(row);
        m_missing.clear();
        endRemoveRows();
    }
    if (missing.isEmpty())
        return;
    const int place = int(std::ranges::lower_bound(m_groups, Group::Missing) - m_groups.begin());
    beginInsertRows({}, place, place);
    m_groups.insert(place, Group::Missing);
    m_missing = missing;
    endInsertRows();
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const QList<qsizetype> &conflicts = m_rows[size_t(Group::Conflicts)];
    if (index.column() != Fate || groupOf(index) != Group::Conflicts)
        return flags;
    if (index.internalId() == GroupId ? conflicts.size() > 1 : m_plan.files()[conflicts[index.row()]].isChoosable)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Modules: return tr("Module");
    case Fate: return tr("What will happen");
    case Remark: return tr("Remark");
    case Updated: return tr("Last updated");
    case Definitions: return tr("Definitions");
    case File: return tr("File");
    default: return {};
    }
}

QString ImportModel::rowDetails(Group group, int row) const {
    if (group == Group::Missing)
        return importtext::details(m_missing[row]);
    const qsizetype number = m_rows[size_t(group)][row];
    const QString failure = m_failures.value(number);
    return (failure.isEmpty() ? failure : failure + u'\n') + importtext::details(m_plan, m_plan.files()[number]);
}

QString ImportModel::details(const QModelIndex &index) const {
    const std::optional<Group> group = groupOf(index);
    if (!group)
        return {};
    if (index.internalId() != GroupId)
        return rowDetails(*group, index.row());
    QStringList all;
    for (int row = 0; row < std::min(sizeOf(*group), DetailedRows); ++row)
        all += rowDetails(*group, row);
    return all.join(u"\n\n"_s);
}

} // namespace walkabout
