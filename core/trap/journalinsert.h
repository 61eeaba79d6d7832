// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/database.h"
#include "core/trap/traprecord.h"

#include <QHash>

namespace walkabout {

/// Writes records as rows, inside a transaction of its caller. Lives in the journal's thread; the database outlives it.
class JournalInsert final {
public:
    explicit JournalInsert(Database &database);

    /// An SQLite code; the number of its sender in the rows is told.
    int insert(const TrapRecord &record, qint64 &sender);
    /// After a transaction that was undone: numbers given in it may not stand.
    void forget();

    /// What names a record's subject in its row: 0: it has none.
    [[nodiscard]] static qint64 subjectKey(const Oid &subject);

private:
    [[nodiscard]] qint64 source(const QHostAddress &address);
    [[nodiscard]] qint64 number(
        const char *table, Statement &find, Statement &add, QHash<QString, qint64> &known, const QString &text);

    Database &m_database;
    Statement m_head;
    Statement m_body;
    Statement m_findSource;
    Statement m_addSource;
    Statement m_findKind;
    Statement m_addKind;
    QHash<QString, qint64> m_sources;
    QHash<QString, qint64> m_kinds;
};

} // namespace walkabout
