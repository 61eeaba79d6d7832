// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mib/index.h"
#include "core/mib/library.h"
#include "core/snmp/varbind.h"
#include "core/work/interfacenames.h"
#include "core/work/tablejoin.h"

#include <map>
#include <vector>

namespace walkabout {

/// The cells of one conceptual table, and of those that are joined to it, gathered from varbinds in whatever order they
/// come. Holds its library.
class TableGrid final {
public:
    static constexpr int Own = -1;
    struct Column {
        Oid oid;
        QString name;
        int join = Own; // which of the joined tables it is of
    };
    enum class Joining { None, Usual };
    using Cells = std::vector<std::optional<Value>>; // one a column

    /// columns: only these names, in this order (with or without module); empty: all that can be read.
    static Result<TableGrid> make(
        const Library::Pointer &library, const QString &object, const QStringList &columns, Joining joining);

    /// Columns to be read, dotted: of the table itself, and of others.
    [[nodiscard]] QStringList asked() const;
    [[nodiscard]] QStringList askedJoined() const;
    void add(const VarBinds &varBinds);
    /// All has come: rows are filled with what their values lead to.
    void settle();
    void clear();
    /// What the device calls its interfaces; from now on a person reads them.
    void setInterfaces(InterfaceNames::Pointer interfaces) { m_interfaces = std::move(interfaces); }
    [[nodiscard]] const InterfaceNames::Pointer &interfaces() const { return m_interfaces; }
    /// A column or a part of the index stands for something of this kind.
    [[nodiscard]] bool refersTo(Refers refers) const;
    /// Index columns that the agent shows as well are not told twice to a person, unless asked for.
    [[nodiscard]] bool isRepeated(const Column &column) const {
        return !m_chosen && m_indexNames.contains(column.name);
    }
    /// A column that was not asked for by its name, of a joined table that the device does not serve.
    [[nodiscard]] bool isVacant(const Column &column) const {
        return !m_chosen && column.join != Own && !m_served.contains(column.oid);
    }

    [[nodiscard]] const Library::Pointer &library() const { return m_library; }
    [[nodiscard]] const QString &table() const { return m_table; } // "IF-MIB::ifTable"
    [[nodiscard]] const QStringList &indexNames() const { return m_indexNames; }
    [[nodiscard]] const std::vector<Column> &columns() const { return m_columns; }
    [[nodiscard]] const std::map<Oid, Cells> &rows() const { return m_rows; }
    /// The typed values of an instance; nullopt: it does not fit the INDEX.
    [[nodiscard]] std::optional<QList<IndexValue>> index(const Oid &instance) const;
    /// One of them as a person reads it.
    [[nodiscard]] QString text(const IndexValue &value) const;

private:
    TableGrid(Library::Pointer library, NodeRef row);
    void addColumn(const NodeRef &node, int join);
    Cells &cellsOf(const Oid &instance);
    /// Found by a value, not by having the same key.
    [[nodiscard]] bool isLedTo(const Column &column) const {
        return column.join != Own && !m_joins.at(column.join).path.isEmpty();
    }
    [[nodiscard]] QList<TableJoin> joinsInUse() const;
    [[nodiscard]] std::optional<qint64> value(const Oid &instance) const;
    [[nodiscard]] std::optional<qint64> indexValue(const Oid &instance, const Oid &object) const;
    [[nodiscard]] Oid leadsTo(const Oid &instance, const TableJoin &join) const;

    Library::Pointer m_library;
    NodeRef m_row; // of the library held
    QString m_table;
    QStringList m_indexNames;
    std::vector<Column> m_columns;
    QList<TableJoin> m_joins;
    QHash<Oid, Value> m_found; // what may lead from a row to another, and what it leads to
    QSet<Oid> m_served; // columns of joined tables
    InterfaceNames::Pointer m_interfaces;
    bool m_chosen = false; // the columns were named
    std::map<Oid, Cells> m_rows;
};

} // namespace walkabout
