// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultrows.h"

#include "core/work/storesearch.h"
#include "ui/set/pendingcell.h"
#include "ui/shared/fonts.h"
#include "ui/shared/localtime.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr qsizetype CellLength = 500;

// Line breaks show as a mark; the full text stands in the details and in copies.
QString oneLine(QString text) {
    if (text.size() > CellLength)
        text = text.first(CellLength) + u"…"_s;
    text.replace(u"\r\n"_s, u"⏎"_s);
    for (const QChar c : u"\r\n"_s)
        text.replace(c, u'⏎');
    return text.replace(u'\t', u' ');
}

} // namespace

ResultRows::ResultRows(Describe describe, int lead, QObject *parent)
    : QAbstractTableModel(parent)
    , m_describe(std::move(describe))
    , m_lead(lead) {}

int ResultRows::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_lead + int(ColumnCount);
}

Oid ResultRows::oidAt(const QModelIndex &index) const {
    const std::optional<VarBind> varBind = varBindAt(index);
    return varBind ? varBind->oid : Oid();
}

ResultRows::Change ResultRows::changeOf(const VarBind &varBind, const ResultStore *before) {
    if (!before || !before->isAscending())
        return Change::None;
    const std::optional<Value> was = storesearch::find(*before, varBind.oid);
    if (!was)
        return Change::New;
    return *was == varBind.value ? Change::None : Change::Changed;
}

ResultRows::Change ResultRows::changeIn(const Place &place, const VarBind &varBind) {
    return place.change ? *place.change : changeOf(varBind, place.before);
}

QVariant ResultRows::text(const VarBind &varBind, const Place &place, int column) const {
    const Describe &describe = place.describe ? *place.describe : m_describe;
    switch (column) {
    case Name: return describe.typedName(varBind.oid);
    case ValueText: return describe.value(varBind);
    case Units: return describe.units(varBind.oid);
    case Type: return describe.type(varBind);
    case ObjectId: return varBind.oid.toString();
    case Time: return clockTime(place.time);
    default: return {};
    }
}

QVariant ResultRows::noteCell(const QString &text, bool bad, int column, int role) {
    switch (role) {
    case IsNoteRole: return true;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case CopyRole: return column == Name ? QVariant(text) : QVariant();
    case Qt::ForegroundRole: return tint(QApplication::palette(), bad ? Tint::Bad : Tint::Dim);
    case Qt::BackgroundRole: return bad ? QVariant(tint(QApplication::palette(), Tint::BadBack)) : QVariant();
    default: return {};
    }
}

QVariant ResultRows::cell(const Place &place, int column, int role) const {
    const Describe &describe = place.describe ? *place.describe : m_describe;
    if (column == ValueText && place.changes && !place.changes->isEmpty()) {
        const auto *entry = place.changes->find(place.store.oidAt(place.row));
        if (QVariant pending = entry ? pendingCell(*entry, describe, role) : QVariant(); pending.isValid())
            return pending;
    }
    switch (role) {
    case Qt::DisplayRole: {
        const VarBind varBind = place.store.at(place.row);
        if (column == ValueText && varBind.value.type() == Value::Type::OctetString && varBind.value.octets().isEmpty())
            return u"\"\""_s;
        return oneLine(text(varBind, place, column).toString());
    }
    case CopyRole: return text(place.store.at(place.row), place, column);
    case Qt::ToolTipRole: {
        const VarBind varBind = place.store.at(place.row);
        if (place.isGone)
            return tr("%1\nGone since the run before; this is what it was then.").arg(describe.name(varBind.oid));
        const Change change = changeIn(place, varBind);
        if (column == Name || column == ObjectId)
            return describe.name(varBind.oid) + u'\n' + varBind.oid.toString();
        if (column == ValueText && change == Change::Changed) {
            const auto was = storesearch::rowOf(*place.before, varBind.oid, place.before->size());
            return was ? tr("was %1").arg(oneLine(describe.value(place.before->at(*was)))) : QVariant();
        }
        return column == ValueText ? text(varBind, place, column).toString().left(4000) : QVariant();
    }
    case Qt::ForegroundRole: {
        if (place.isGone || column == Units || column == Type || column == Time)
            return tint(QApplication::palette(), Tint::Dim);
        const VarBind varBind = place.store.at(place.row);
        if (column != ValueText)
            return {};
        const bool empty = varBind.value.type() == Value::Type::OctetString && varBind.value.octets().isEmpty();
        return empty || varBind.value.isException() ? QVariant(tint(QApplication::palette(), Tint::Dim)) : QVariant();
    }
    case Qt::BackgroundRole:
        if (column != ValueText || !place.before)
            return {};
        return changeIn(place, place.store.at(place.row)) != Change::None
            ? QVariant(tint(QApplication::palette(), Tint::NoticeBack))
            : QVariant();
    case Qt::FontRole:
        if (place.isGone && column == ValueText) {
            QFont struck = monospaced();
            struck.setStrikeOut(true);
            return struck;
        }
        return column == ValueText || column == ObjectId || column == Time ? QVariant(monospaced()) : QVariant();
    case Qt::TextAlignmentRole: {
        if (column != ValueText)
            return int(Qt::AlignLeft | Qt::AlignVCenter);
        const VarBind varBind = place.store.at(place.row);
        const bool number = varBind.value.isInteger() && varBind.value.type() != Value::Type::TimeTicks
            && !describe.value(varBind).contains(u'(');
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::AccessibleTextRole:
        return place.isGone ? tr("%1, gone").arg(oneLine(text(place.store.at(place.row), place, column).toString()))
                            : QVariant();
    case IsNoteRole: return false;
    default: return {};
    }
}

QVariant ResultRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section - m_lead) {
    case Name: return tr("Name");
    case ValueText: return tr("Value");
    case Units: return tr("Units");
    case Type: return tr("Type");
    case ObjectId: return tr("OID");
    case Time: return tr("Time");
    default: return {};
    }
}

} // namespace walkabout
