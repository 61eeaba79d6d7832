// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trap/statement.h"

#include <memory>

struct sqlite3;

namespace walkabout {

/// One SQLite connection, used by the thread that opened it and by no other. Errors are SQLite's codes; failure() has
/// the words for the last.
class Database final {
public:
    enum class Mode { Write, Read };

    /// Write: creates the file, readable by its owner alone, where there is none.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Statements without results, one after the other; an SQLite code.
    int run(const char *sql);
    [[nodiscard]] Statement prepare(const QByteArray &sql);
    /// The one number of a query; 0: none.
    [[nodiscard]] qint64 number(const QByteArray &sql);
    [[nodiscard]] Failure failure() const;
    [[nodiscard]] int code() const;
    /// Not a database, or one whose pages do not fit together.
    [[nodiscard]] bool isDamaged() const;
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    Database(sqlite3 *handle, QString path);

    sqlite3 *m_handle;
    QString m_path;
};

} // namespace walkabout
