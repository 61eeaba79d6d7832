// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/database.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace walkabout {

namespace {

constexpr int BusyMilliseconds = 2000; // a reader of another program that recovers the log
constexpr mode_t OwnerOnly = 0600;

} // namespace

Database::Database(sqlite3 *handle, QString path)
    : m_handle(handle)
    , m_path(std::move(path)) {}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode) {
    const QByteArray name = QFile::encodeName(path);
    if (mode == Mode::Write) {
        // Made here, so that SQLite gives its log and index the same rights.
        const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, OwnerOnly);
        if (descriptor < 0)
            return Failure(Failure::Kind::File, {path, QString::fromStdString(std::system_category().message(errno))});
        ::fchmod(descriptor, OwnerOnly);
        ::close(descriptor);
    }
    const int flags = SQLITE_OPEN_NOMUTEX | (mode == Mode::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle, flags, nullptr);
    if (code != SQLITE_OK) {
        const Failure failure(Failure::Kind::File, {path, QString::fromUtf8(sqlite3_errstr(code))});
        sqlite3_close(handle);
        return failure;
    }
    sqlite3_busy_timeout(handle, BusyMilliseconds);
    return std::unique_ptr<Database>(new Database(handle, path));
}

Database::~Database() { sqlite3_close_v2(m_handle); }

int Database::run(const char *sql) { return sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr); }

Statement Database::prepare(const QByteArray &sql) { return {m_handle, sql}; }

qint64 Database::number(const QByteArray &sql) {
    Statement statement = prepare(sql);
    return statement.step() == SQLITE_ROW ? statement.number(0) : 0;
}

Failure Database::failure() const {
    return Failure(Failure::Kind::File, {m_path, QString::fromUtf8(sqlite3_errmsg(m_handle))});
}

int Database::code() const { return sqlite3_errcode(m_handle); }

bool Database::isDamaged() const { return code() == SQLITE_CORRUPT || code() == SQLITE_NOTADB; }

} // namespace walkabout
