// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalinsert.h"

#include "core/trap/journaltables.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sqlite3.h>

namespace walkabout {

namespace {

constexpr qsizetype MostKnown = 10'000; // strangers can invent addresses

QString noteOf(const Failure &failure) {
    QJsonArray note{int(failure.kind())};
    for (const QString &argument : failure.arguments())
        note.append(argument);
    return QString::fromUtf8(QJsonDocument(note).toJson(QJsonDocument::Compact));
}

qint64 flagsOf(const TrapRecord &record) {
    qint64 flags = 0;
    if (record.notification.isInform)
        flags |= journaltables::Inform;
    if (record.isHidden)
        flags |= journaltables::Hidden;
    if (record.lost > 0)
        flags |= journaltables::Lost;
    else if (record.notification.failure)
        flags |= journaltables::Unreadable;
    if (record.notification.peer.transport == Peer::Transport::Tcp)
        flags |= journaltables::Tcp;
    return flags;
}

} // namespace

JournalInsert::JournalInsert(Database &database)
    : m_database(database)
    , m_head(database.prepare("INSERT OR REPLACE INTO head (id, time, source, origin, kind, flags, severity, mark, "
                              "subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"))
    , m_body(database.prepare("INSERT OR REPLACE INTO body (id, port, bytes, clear, note) VALUES (?, ?, ?, ?, ?)"))
    , m_findSource(database.prepare("SELECT id FROM source WHERE address = ?"))
    , m_addSource(database.prepare("INSERT INTO source (address) VALUES (?)"))
    , m_findKind(database.prepare("SELECT id FROM kind WHERE oid = ?"))
    , m_addKind(database.prepare("INSERT INTO kind (oid) VALUES (?)")) {}

qint64 JournalInsert::number(
    const char *table, Statement &find, Statement &add, QHash<QString, qint64> &known, const QString &text) {
    if (const auto at = known.constFind(text); at != known.cend())
        return *at;
    if (known.size() >= MostKnown)
        known.clear();
    qint64 id = 0;
    if (find.bindText(1, text).step() == SQLITE_ROW)
        id = find.number(0);
    find.reset();
    if (id == 0 && add.bindText(1, text).run() == SQLITE_DONE)
        id = m_database.number(QByteArray("SELECT max(id) FROM ") + table);
    if (id != 0)
        known.insert(text, id);
    return id;
}

qint64 JournalInsert::source(const QHostAddress &address) {
    return number("source", m_findSource, m_addSource, m_sources, address.toString());
}

qint64 JournalInsert::subjectKey(const Oid &subject) {
    if (subject.isEmpty())
        return 0;
    quint64 hash = 0xcbf2'9ce4'8422'2325; // FNV-1a: the same in every program and version
    for (const Oid::Part part : subject.parts())
        hash = (hash ^ part) * 0x100'0000'01b3;
    return qint64(hash >> 1U);
}

int JournalInsert::insert(const TrapRecord &record, qint64 &sender) {
    const Notification &notification = record.notification;
    const QHostAddress origin = notification.origin();
    sender = source(notification.source());
    const qint64 kind = number("kind", m_findKind, m_addKind, m_kinds, notification.oid.toString());
    if (sender == 0 || kind == 0)
        return m_database.code();
    m_head.bind(1, record.id).bind(2, notification.time.time_since_epoch().count()).bind(3, sender);
    if (origin.isNull())
        m_head.bindNull(4);
    else
        m_head.bind(4, source(origin));
    m_head.bind(5, kind).bind(6, flagsOf(record)).bind(7, qint64(record.severity)).bind(8, qint64(record.mark));
    m_head.bind(9, subjectKey(notification.subject()));
    if (const int code = m_head.run(); code != SQLITE_DONE)
        return code;
    m_body.bind(1, record.id).bind(2, notification.peer.port);
    m_body.bind(3, notification.bytes).bind(4, notification.clear.isEmpty() ? QByteArray() : notification.clear);
    if (notification.failure)
        m_body.bindText(5, noteOf(*notification.failure));
    else
        m_body.bindNull(5);
    const int code = m_body.run();
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

void JournalInsert::forget() {
    m_sources.clear();
    m_kinds.clear();
}

} // namespace walkabout
