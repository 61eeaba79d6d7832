// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultmodel.h"

#include "ui/query/storesearch.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QApplication>
#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

namespace {

constexpr auto Gather = 30ms; // batches that arrive within are one insertion
constexpr int SliceMilliseconds = 8;
constexpr int SliceRows = 20'000; // no filter: only the insertion costs
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

ResultModel::ResultModel(const ResultStore &store, Describe describe, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_describe(std::move(describe)) {
    m_scan.setSingleShot(true);
    connect(&m_scan, &QTimer::timeout, this, &ResultModel::scan);
    connect(&store, &ResultStore::grew, this, [this](int first, int) {
        m_times.emplace_back(first, utcNow());
        if (!m_scan.isActive())
            m_scan.start(m_rows.empty() ? 0ms : Gather);
    });
    if (store.size() > 0) {
        m_times.emplace_back(0, utcNow());
        m_scan.start(0);
    }
}

void ResultModel::setDescribe(Describe describe) {
    m_describe = std::move(describe);
    if (!m_filter.isEmpty())
        setFilter(m_filter);
    else if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ResultModel::setFilter(ResultFilter filter) {
    m_filter = std::move(filter);
    beginResetModel();
    m_rows.clear();
    m_scanned = 0;
    m_notesShown = 0;
    endResetModel();
    scan();
}

void ResultModel::addNote(const QString &text, bool bad) {
    m_notes.push_back({text, bad, m_store.size()});
    m_scan.start(0);
}

void ResultModel::compareWith(const ResultStore *before) {
    m_before = before && StoreSearch::isAscending(*before) ? before : nullptr;
}

void ResultModel::scan() {
    QElapsedTimer clock;
    clock.start();
    std::vector<int> fresh;
    int looked = 0;
    bool more = false;
    int notes = m_notesShown;
    while (true) {
        if (notes < int(m_notes.size()) && m_notes[size_t(notes)].position == m_scanned) {
            fresh.push_back(-1 - notes++);
            continue;
        }
        if (m_scanned == m_store.size())
            break;
        more = m_filter.isEmpty() ? looked == SliceRows : (looked & 15) == 15 && clock.elapsed() >= SliceMilliseconds;
        if (more)
            break;
        if (m_filter.isEmpty() || m_filter.matches(m_store.at(m_scanned), m_describe))
            fresh.push_back(m_scanned);
        ++m_scanned;
        ++looked;
    }
    if (!fresh.empty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
        m_notesShown = notes;
        endInsertRows();
    }
    if (more)
        m_scan.start(0);
    else
        emit caughtUp();
}

bool ResultModel::isNote(const QModelIndex &index) const { return index.isValid() && m_rows[size_t(index.row())] < 0; }

std::optional<VarBind> ResultModel::varBindAt(const QModelIndex &index) const {
    if (!index.isValid() || isNote(index))
        return {};
    return m_store.at(m_rows[size_t(index.row())]);
}

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
    const int row = m_rows[size_t(index.row())];
    if (row < 0)
        return noteData(m_notes[size_t(-1 - row)], index.column(), role);
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
