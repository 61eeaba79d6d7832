// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/rulemodel.h"

#include "ui/shared/choicedelegate.h"
#include "ui/shared/palette.h"
#include "ui/trap/mark.h"

#include <QApplication>
#include <QFont>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int Severities = 5;

QStringList severityChoices() {
    QStringList choices{RuleModel::tr("by its name")};
    for (int i = 0; i < Severities; ++i)
        choices += severity::text(Severity(i));
    return choices;
}

int choiceOf(const Rule &rule, int column) {
    if (column == RuleModel::Mark)
        return rule.mark;
    return rule.severity ? int(*rule.severity) + 1 : 0;
}

bool isChoice(int column) { return column == RuleModel::Level || column == RuleModel::Mark; }

} // namespace

RuleModel::RuleModel(QList<Rule> rules, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rules(std::move(rules)) {}

void RuleModel::add(const Rule &rule) {
    beginInsertRows({}, rowCount(), rowCount());
    m_rules.append(rule);
    endInsertRows();
    emit edited();
}

void RuleModel::remove(int row) {
    beginRemoveRows({}, row, row);
    m_rules.removeAt(row);
    endRemoveRows();
    emit edited();
}

int RuleModel::move(int row, int step) {
    const int to = row + step;
    if (to < 0 || to >= rowCount())
        return row;
    beginMoveRows({}, row, row, {}, step > 0 ? to + 1 : to);
    m_rules.move(row, to);
    endMoveRows();
    emit edited();
    return to;
}

void RuleModel::setDeciding(int row) {
    if (row == m_deciding)
        return;
    m_deciding = row;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::FontRole});
}

int RuleModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rules.size()); }

int RuleModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString RuleModel::text(const Rule &rule, int column) {
    switch (column) {
    case Name: return rule.name;
    case Source: return rule.source;
    case Notification: return rule.notification;
    case Words: return rule.words;
    case Level: return severityChoices().value(choiceOf(rule, Level));
    case Mark: return mark::names().value(rule.mark);
    default: return {};
    }
}

bool *RuleModel::flag(Rule &rule, int column) {
    switch (column) {
    case Name: return &rule.isOn;
    case Hide: return &rule.hide;
    case Alert: return &rule.alert;
    default: return nullptr;
    }
}

QString *RuleModel::field(Rule &rule, int column) {
    switch (column) {
    case Name: return &rule.name;
    case Source: return &rule.source;
    case Notification: return &rule.notification;
    case Words: return &rule.words;
    default: return nullptr;
    }
}

QVariant RuleModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    Rule rule = m_rules.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::CheckStateRole: {
        const bool *checked = flag(rule, column);
        return checked ? QVariant(*checked ? Qt::Checked : Qt::Unchecked) : QVariant();
    }
    case Qt::DisplayRole: {
        const QString shown = text(rule, column);
        const bool isCondition = column == Source || column == Notification || column == Words;
        return shown.isEmpty() && isCondition ? tr("any") : shown;
    }
    case Qt::EditRole: return isChoice(column) ? QVariant(choiceOf(rule, column)) : QVariant(text(rule, column));
    case Qt::AccessibleTextRole: {
        const QString title = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const bool *checked = flag(rule, column);
        if (!checked || column == Name)
            return u"%1: %2"_s.arg(title, text(rule, column));
        return u"%1: %2"_s.arg(title, *checked ? tr("yes") : tr("no"));
    }
    case ChoiceDelegate::ChoicesRole:
        return column == Level ? severityChoices() : column == Mark ? mark::names() : QVariant();
    case Qt::BackgroundRole: {
        const QColor back = mark::back(QApplication::palette(), rule.mark);
        return column == Mark && back.isValid() ? QVariant(back) : QVariant();
    }
    case Qt::ForegroundRole:
        return !rule.isOn || (text(rule, column).isEmpty() && field(rule, column))
            ? QVariant(tint(QApplication::palette(), Tint::Dim))
            : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return index.row() == m_deciding ? QVariant(font) : QVariant();
    }
    default: return {};
    }
}

bool RuleModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (!index.isValid())
        return false;
    Rule &rule = m_rules[index.row()];
    const int column = index.column();
    bool *checked = role == Qt::CheckStateRole ? flag(rule, column) : nullptr;
    QString *text = role == Qt::EditRole ? field(rule, column) : nullptr;
    const bool isChosen = role == Qt::EditRole && isChoice(column);
    if (!checked && !text && !isChosen)
        return false;
    if (checked)
        *checked = value.toInt() == Qt::Checked;
    else if (text)
        *text = value.toString().trimmed();
    else if (column == Level)
        rule.severity = value.toInt() > 0 ? std::optional(Severity(value.toInt() - 1)) : std::nullopt;
    else
        rule.mark = quint8(value.toInt());
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    emit edited();
    return true;
}

Qt::ItemFlags RuleModel::flags(const QModelIndex &index) const {
    if (!index.isValid())
        return {};
    Rule rule = m_rules.at(index.row());
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (flag(rule, index.column()))
        flags |= Qt::ItemIsUserCheckable;
    if (field(rule, index.column()) || isChoice(index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::ToolTipRole && orientation == Qt::Horizontal) {
        switch (section) {
        case Name: return tr("What it is called; unchecked it is left out");
        case Source: return tr("An address, a subnet (10.1.0.0/16) or a part of a device's name; empty: any");
        case Notification: return tr("linkDown, IF-MIB::link*, or an OID and what is below it; empty: any");
        case Words: return tr("All of these stand in its text; empty: any");
        case Hide: return tr("Kept, but only listed by is:hidden");
        case Alert: return tr("A notice of the desktop, one a minute");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case Name: return tr("Rule");
    case Source: return tr("Source");
    case Notification: return tr("Notification");
    case Words: return tr("Words");
    case Level: return tr("Severity");
    case Hide: return tr("Hide");
    case Mark: return tr("Mark");
    case Alert: return tr("Notify");
    default: return {};
    }
}

} // namespace walkabout
