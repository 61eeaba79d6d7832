// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/wordindex.h"

#include "core/base/log.h"
#include "core/trap/journalrows.h"
#include "core/trap/journaltables.h"
#include "core/trap/notificationtext.h"

#include <sqlite3.h>

namespace walkabout {

WordIndex::WordIndex(Database &database)
    : m_database(database)
    , m_rows(std::make_unique<JournalRows>(database))
    , m_end(end(database)) {}

WordIndex::~WordIndex() = default;

quint32 WordIndex::end(Database &database) {
    return quint32(database.number("SELECT value FROM meta WHERE key = 'indexed'"));
}

void WordIndex::setLibrary(Library::Pointer library) { m_describe.emplace(std::move(library)); }

bool WordIndex::makePart(qint64 part) {
    if (part == m_part)
        return true;
    const QByteArray table = journaltables::wordTable(part);
    const QByteArray make = "CREATE VIRTUAL TABLE IF NOT EXISTS " + table
        + " USING fts5(text, content='', detail='none', columnsize=0, tokenize='unicode61 remove_diacritics 2')";
    if (m_database.run(make.constData()) != SQLITE_OK)
        return false;
    m_insert = m_database.prepare("INSERT INTO " + table + " (rowid, text) VALUES (?, ?)");
    m_part = part;
    return m_insert.isValid();
}

bool WordIndex::advance(int rows) {
    if (!m_describe || m_database.run("BEGIN") != SQLITE_OK)
        return false;
    bool isFine = true;
    const quint32 last = m_rows->from(m_end + 1, rows, [&](const TrapRecord &record) {
        isFine = isFine && makePart(qint64(record.id) >> journaltables::WordPartShift);
        if (!isFine)
            return;
        m_insert.bind(1, qint64(record.id)).bindText(2, notificationtext::words(record.notification, *m_describe));
        isFine = m_insert.run() == SQLITE_DONE;
    });
    if (last > 0 && isFine) {
        const QByteArray note
            = "INSERT OR REPLACE INTO meta (key, value) VALUES ('indexed', " + QByteArray::number(last) + ")";
        isFine = m_database.run(note.constData()) == SQLITE_OK;
    }
    if (!isFine || m_database.run("COMMIT") != SQLITE_OK) {
        qCWarning(lcTrap) << "the words of the trap journal:" << m_database.failure().logText();
        m_database.run("ROLLBACK");
        m_part = -1;
        return false;
    }
    if (last == 0)
        return false;
    m_end = last;
    return true;
}

void WordIndex::dropBefore(quint32 id) {
    const qint64 first = qint64(id) >> journaltables::WordPartShift;
    Statement parts = m_database.prepare(
        "SELECT name FROM sqlite_master WHERE name GLOB 'words_[0-9]*' AND sql LIKE 'CREATE VIRTUAL%'");
    QList<QByteArray> gone;
    while (parts.step() == SQLITE_ROW) {
        const QByteArray name = parts.text(0).toUtf8();
        if (name.mid(6).toLongLong() < first)
            gone += name;
    }
    parts.reset();
    for (const QByteArray &name : std::as_const(gone)) {
        m_part = -1;
        m_insert = {};
        m_database.run(("DROP TABLE " + name).constData());
    }
}

} // namespace walkabout
