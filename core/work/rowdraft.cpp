// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/rowdraft.h"

#include "core/mib/index.h"
#include "core/work/valuecheck.h"

namespace walkabout {

namespace {

std::optional<QString> wantedIndex(const IndexValue &value) {
    const auto *number = std::get_if<qint64>(&value.value);
    if (number && value.type.base == BaseType::Integer32)
        return valuecheck::wantedInstead(Value::integer(qint32(*number)), value.type);
    if (number && (value.type.base == BaseType::Unsigned32 || value.type.base == BaseType::Gauge32))
        return valuecheck::wantedInstead(Value::gauge32(quint32(*number)), value.type);
    const auto *octets = std::get_if<QByteArray>(&value.value);
    if (octets && value.type.base == BaseType::OctetString)
        return valuecheck::wantedInstead(Value::octets(*octets), value.type);
    return std::nullopt;
}

} // namespace

Result<RowDraft> RowDraft::of(const Library &library, const Oid &table) {
    const NodeRef row = library.nearest(table).rowNode();
    if (row.isNull())
        return Failure(Failure::Kind::BadUsage, {tr("That is no table: choose one whose rows can be made.")});
    const NodeRef status = rowstatus::columnOf(library, table);
    RowDraft draft;
    draft.m_table = row.parent().name();
    if (status.isNull()) {
        return Failure(Failure::Kind::BadUsage,
            {tr("%1 has no RowStatus column: its rows cannot be made or destroyed by SNMP.").arg(draft.m_table)});
    }
    draft.m_entry = row.oid();
    draft.m_status = status.oid();
    const QList<IndexItem> items = row.indexes();
    const QList<NodeRef> nodes = row.indexNodes();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const NodeRef node = nodes.value(i);
        draft.m_indexes.append({items.at(i).name.section(u':', -1), node.isNull() ? TypeInfo() : node.type(),
            node.isNull() ? QString() : node.syntax().simplified()});
    }
    for (const NodeRef &column : row.columns()) {
        if (column.access() != Access::ReadCreate || column.oid() == draft.m_status)
            continue;
        const QString otherwise = column.defaultValue().simplified();
        draft.m_columns.append({column.oid(), column.name(), otherwise.isEmpty(), otherwise});
    }
    return draft;
}

Result<Oid> RowDraft::instance(const Library &library, const QStringList &texts) const {
    const NodeRef row = library.node(m_entry);
    const auto suffix = row.isNull() ? std::nullopt : index::joinTexts(row, texts);
    if (!suffix) {
        // Which one: the first that is no value of its own type.
        for (qsizetype i = 0; i < m_indexes.size(); ++i) {
            if (texts.value(i).isEmpty())
                return Failure(Failure::Kind::BadValue, {m_indexes.at(i).name, QString(), tr("the index needs it")});
        }
        return Failure(Failure::Kind::BadValue, {m_table, texts.join(u' '), tr("not all parts fit the INDEX")});
    }
    const auto values = index::split(row, *suffix);
    for (const IndexValue &value : values ? *values : QList<IndexValue>()) {
        if (const auto wanted = wantedIndex(value))
            return Failure(Failure::Kind::BadValue, {value.name, value.text, *wanted});
    }
    return *suffix;
}

Oid RowDraft::suffixOf(const Oid &instance) const {
    return instance.startsWith(m_entry) ? instance.mid(m_entry.size() + 1) : Oid();
}

VarBinds RowDraft::creation(const Oid &suffix, const VarBinds &columns, rowstatus::State how) const {
    VarBinds all = columns;
    all.append({m_status + suffix, Value::integer(how)});
    return all;
}

VarBind RowDraft::destruction(const Oid &suffix) const {
    return {m_status + suffix, Value::integer(rowstatus::Destroy)};
}

} // namespace walkabout
