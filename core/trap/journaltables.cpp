// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journaltables.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <array>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace walkabout::journaltables {

namespace {

constexpr int ApplicationId = 0x57616c6b; // "Walk"

constexpr const char *first = R"(
    CREATE TABLE source (id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE);
    CREATE TABLE kind (id INTEGER PRIMARY KEY, oid TEXT NOT NULL UNIQUE);
    CREATE TABLE head (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, source INTEGER NOT NULL, origin INTEGER,
        kind INTEGER NOT NULL, flags INTEGER NOT NULL, severity INTEGER NOT NULL, mark INTEGER NOT NULL,
        subject INTEGER NOT NULL);
    CREATE INDEX head_source ON head (source);
    CREATE TABLE body (id INTEGER PRIMARY KEY, port INTEGER NOT NULL, bytes BLOB, clear BLOB, note TEXT);
    CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
)";

/// Each brings the file from the version of its place to the next.
constexpr std::array migrations{first};
static_assert(migrations.size() == Version);

std::optional<Failure> newer(Database &database, qint64 version) {
    if (version <= Version)
        return {};
    return Failure(Failure::Kind::NewerFile, {database.path(), QString::number(version)});
}

} // namespace

// The database header, SQLite's file format 1.3: its magic, and the application's number at octet 68.
bool mayBeJournal(const QString &path) {
    QFile file(path);
    if (!file.exists() || file.size() == 0)
        return true;
    constexpr qsizetype NumberAt = 68;
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(NumberAt + qsizetype(sizeof(quint32)));
    return head.startsWith("SQLite format 3") && head.size() == NumberAt + qsizetype(sizeof(quint32))
        && qFromBigEndian<qint32>(head.constData() + NumberAt) == ApplicationId;
}

std::optional<Failure> prepare(Database &database) {
    // Before the log is used, so that it stands in the file's own head at once.
    const QByteArray name
        = "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA application_id=" + QByteArray::number(ApplicationId);
    if (database.number("PRAGMA application_id") != ApplicationId && database.run(name.constData()) != SQLITE_OK)
        return database.failure();
    if (database.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                     "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-8000;")
        != SQLITE_OK)
        return database.failure();
    const qint64 version = database.number("PRAGMA user_version");
    if (database.code() != SQLITE_OK && database.code() != SQLITE_ROW && database.code() != SQLITE_DONE)
        return database.failure();
    if (auto failure = newer(database, version))
        return failure;
    for (size_t step = size_t(version); step < migrations.size(); ++step) {
        const QByteArray sql = "BEGIN IMMEDIATE;" + QByteArray(migrations.at(step))
            + "PRAGMA user_version=" + QByteArray::number(qint64(step) + 1) + ";COMMIT";
        if (database.run(sql.constData()) != SQLITE_OK) {
            const Failure failure = database.failure();
            database.run("ROLLBACK");
            return failure;
        }
    }
    return {};
}

std::optional<Failure> check(Database &database) {
    const qint64 version = database.number("PRAGMA user_version");
    if (auto failure = newer(database, version))
        return failure;
    if (version > 0)
        return {};
    return database.isDamaged() ? database.failure()
                                : Failure(Failure::Kind::File, {database.path(), u"it is no trap journal"_s});
}

QByteArray wordTable(qint64 part) { return "words_" + QByteArray::number(part); }

} // namespace walkabout::journaltables
