// SPDX-License-Identifier: GPL-3.0-or-later
// What ResultModel shows; resultmodel.cpp holds which rows stand where.
#include "ui/query/resultmodel.h"
#include "ui/query/storesearch.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QApplication>
#include <QDateTime>

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

int ResultModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int ResultModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

UtcMicroseconds ResultModel::timeOf(int storeRow) const {
    const auto after = std::ranges::upper_bound(m_times, storeRow, {}, &std::pair<int, UtcMicroseconds>::first);
    return after == m_times.begin() ? UtcMicroseconds{} : std::prev(after)->second;
}

ResultModel::Change ResultModel::changeOf(const VarBind &varBind) const {
    if (!m_before)
        return Change::None;
    const std::optional<Value> was = StoreSearch::find(*m_before, varBind.oid);
    if (!was)
        return Change::New;
    return *was == varBind.value ? Change::None : Change::Changed;
}

QVariant ResultModel::text(const VarBind &varBind, int storeRow, int column) const {
    switch (column) {
    case Name: return m_describe.typedName(varBind.oid);
    case ValueText: return m_describe.value(varBind);
    case Units: return m_describe.units(varBind.oid);
    case Type: return m_describe.type(varBind);
    case ObjectId: return varBind.oid.toString();
    case Time: {
        const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(timeOf(storeRow).time_since_epoch());
        return QDateTime::fromMSecsSinceEpoch(since.count()).toString(u"HH:mm:ss.zzz"_s);
    }
    default: return {};
    }
}

QVariant ResultModel::noteData(const Note &note, int column, int role) const {
    switch (role) {
    case IsNoteRole: return true;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case CopyRole: return column == Name ? QVariant(note.text) : QVariant();
    case Qt::ForegroundRole: return tint(QApplication::palette(), note.bad ? Tint::Bad : Tint::Dim);
    case Qt::BackgroundRole: return note.bad ? QVariant(tint(QApplication::palette(), Tint::BadBack)) : QVariant();
    default: return {};
    }
}

QVariant ResultModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const int shown = m_rows[size_t(index.row())];
    if (shown < 0)
        return noteData(m_notes[size_t(-1 - shown)], index.column(), role);
    const int row = latest(shown);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: {
        const VarBind varBind = m_store.at(row);
        if (column == ValueText && varBind.value.type() == Value::Type::OctetString && varBind.value.octets().isEmpty())
            return u"\"\""_s;
        return oneLine(text(varBind, row, column).toString());
    }
    case CopyRole: return text(m_store.at(row), row, column);
    case Qt::ToolTipRole: {
        const VarBind varBind = m_store.at(row);
        const Change change = changeOf(varBind);
        if (column == Name || column == ObjectId)
            return m_describe.name(varBind.oid) + u'\n' + varBind.oid.toString();
        if (column == ValueText && change == Change::Changed)
            return tr("was %1").arg(
                oneLine(m_describe.value({varBind.oid, *StoreSearch::find(*m_before, varBind.oid)})));
        return column == ValueText ? text(varBind, row, column).toString().left(4000) : QVariant();
    }
    case Qt::ForegroundRole: {
        if (column == Units || column == Type || column == Time)
            return tint(QApplication::palette(), Tint::Dim);
        const VarBind varBind = m_store.at(row);
        if (column != ValueText)
            return {};
        const bool empty = varBind.value.type() == Value::Type::OctetString && varBind.value.octets().isEmpty();
        return empty || varBind.value.isException() ? QVariant(tint(QApplication::palette(), Tint::Dim)) : QVariant();
    }
    case Qt::BackgroundRole:
        return column == ValueText && m_before && changeOf(m_store.at(row)) != Change::None
            ? QVariant(tint(QApplication::palette(), Tint::NoticeBack))
            : QVariant();
    case Qt::FontRole:
        return column == ValueText || column == ObjectId || column == Time ? QVariant(monospaced()) : QVariant();
    case Qt::TextAlignmentRole: {
        if (column != ValueText)
            return int(Qt::AlignLeft | Qt::AlignVCenter);
        const VarBind varBind = m_store.at(row);
        const bool number = varBind.value.isInteger() && varBind.value.type() != Value::Type::TimeTicks
            && !m_describe.value(varBind).contains(u'(');
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case IsNoteRole: return false;
    default: return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
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
