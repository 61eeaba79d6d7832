// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/statement.h"

#include <sqlite3.h>

namespace walkabout {

void Statement::Finalize::operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3 *database, const QByteArray &sql) {
    sqlite3_stmt *made = nullptr;
    sqlite3_prepare_v2(database, sql.constData(), int(sql.size()), &made, nullptr);
    m_handle.reset(made);
}

Statement &Statement::bind(int parameter, qint64 number) {
    sqlite3_bind_int64(m_handle.get(), parameter, number);
    return *this;
}

Statement &Statement::bind(int parameter, const QByteArray &blob) {
    if (blob.isNull())
        return bindNull(parameter);
    sqlite3_bind_blob64(
        m_handle.get(), parameter, blob.constData(), sqlite3_uint64(blob.size()), SQLITE_TRANSIENT); // NOLINT
    return *this;
}

Statement &Statement::bindText(int parameter, const QString &text) {
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_handle.get(), parameter, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT,
        SQLITE_UTF8); // NOLINT
    return *this;
}

Statement &Statement::bindNull(int parameter) {
    sqlite3_bind_null(m_handle.get(), parameter);
    return *this;
}

int Statement::step() { return m_handle ? sqlite3_step(m_handle.get()) : SQLITE_MISUSE; }

int Statement::run() {
    const int code = step();
    reset();
    return code;
}

void Statement::reset() {
    if (m_handle)
        sqlite3_reset(m_handle.get());
}

qint64 Statement::number(int column) const { return sqlite3_column_int64(m_handle.get(), column); }

QByteArray Statement::blob(int column) const {
    const void *bytes = sqlite3_column_blob(m_handle.get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_handle.get(), column)};
}

QString Statement::text(int column) const {
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_handle.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_handle.get(), column));
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL; }

} // namespace walkabout
