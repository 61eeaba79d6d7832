// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace walkabout {

/// A prepared statement of a Database, which outlives it. Parameters count from 1, columns from 0.
class Statement final {
public:
    Statement() = default;
    Statement(sqlite3 *database, const QByteArray &sql);

    [[nodiscard]] bool isValid() const { return m_handle != nullptr; }
    Statement &bind(int parameter, qint64 number);
    Statement &bind(int parameter, const QByteArray &blob); // null: NULL; kept until the statement is reset
    Statement &bindText(int parameter, const QString &text);
    Statement &bindNull(int parameter);
    /// An SQLite code: SQLITE_ROW, SQLITE_DONE, or what went wrong.
    int step();
    /// Without results: stepped and reset.
    int run();
    void reset();

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_handle;
};

} // namespace walkabout
