// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mib/index.h"
#include "core/mib/library.h"
#include "core/snmp/varbind.h"
#include "core/work/interfacenames.h"

#include <map>
#include <vector>

namespace walkabout {

/// The cells of one conceptual table, gathered from varbinds in whatever order they come. Holds its library.
class TableGrid final {
public:
    struct Column {
        Oid oid;
        QString name;
    };
    using Cells = std::vector<std::optional<Value>>; // one a column

    /// row: the conceptual row; columns: only these names, in this order (with or without module); empty: all that can
    /// be read.
    static Result<TableGrid> make(const Library::Pointer &library, const QString &object, const QStringList &columns);

    void add(const VarBinds &varBinds);
    void clear() { m_rows.clear(); }
    /// What the device calls its interfaces; from now on a person reads them.
    void setInterfaces(InterfaceNames::Pointer interfaces) { m_interfaces = std::move(interfaces); }
    [[nodiscard]] const InterfaceNames::Pointer &interfaces() const { return m_interfaces; }
    /// A column or a part of the index stands for something of this kind.
    [[nodiscard]] bool refersTo(Refers refers) const;
    /// Index columns that the agent shows as well are not told twice to a person, unless asked for.
    [[nodiscard]] bool isRepeated(const Column &column) const {
        return !m_chosen && m_indexNames.contains(column.name);
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

    Library::Pointer m_library;
    NodeRef m_row; // of the library held
    QString m_table;
    QStringList m_indexNames;
    std::vector<Column> m_columns;
    InterfaceNames::Pointer m_interfaces;
    bool m_chosen = false; // the columns were named
    std::map<Oid, Cells> m_rows;
};

} // namespace walkabout
