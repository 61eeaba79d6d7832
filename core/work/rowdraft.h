// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mib/library.h"
#include "core/snmp/varbind.h"
#include "core/work/rowstatus.h"

#include <QCoreApplication>

namespace walkabout {

/// What it takes to make a row of a table, or to destroy one, by its RowStatus column (RFC 2579 RowStatus): a value
/// that needs no library once made.
class RowDraft final {
    Q_DECLARE_TR_FUNCTIONS(RowDraft)

public:
    struct Index {
        QString name;
        TypeInfo type;
        QString syntax; // as a person writes it
    };
    struct Column {
        Oid object;
        QString name;
        bool isNeeded = false; // its module gives it no DEFVAL
        QString defaultValue; // as the module writes it
    };

    /// Fails where the table has no RowStatus column.
    static Result<RowDraft> of(const Library &library, const Oid &table);

    [[nodiscard]] const QString &table() const { return m_table; }
    [[nodiscard]] const QList<Index> &indexes() const { return m_indexes; }
    /// Those that can be given a value as the row is made, the RowStatus left out.
    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    [[nodiscard]] const Oid &statusColumn() const { return m_status; }

    /// The row's instance suffix from what was typed for each index; fails naming the one that does not fit.
    [[nodiscard]] Result<Oid> instance(const Library &library, const QStringList &texts) const;
    /// The instance suffix of this instance of a column of the table; empty: it is of another table.
    [[nodiscard]] Oid suffixOf(const Oid &instance) const;
    /// What makes the row: how is CreateAndGo or CreateAndWait. The status comes last, as RFC 2579 has its examples.
    [[nodiscard]] VarBinds creation(const Oid &suffix, const VarBinds &columns, rowstatus::State how) const;
    [[nodiscard]] VarBind destruction(const Oid &suffix) const;

private:
    QString m_table;
    Oid m_entry;
    Oid m_status;
    QList<Index> m_indexes;
    QList<Column> m_columns;
};

} // namespace walkabout
