// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/trap/database.h"
#include "core/work/describe.h"

#include <memory>

namespace walkabout {

class JournalRows;

/// The journal's word index (SQLite's FTS5, nothing of the text kept): made behind the rows, a slice at a time, in
/// parts that are dropped whole once their rows are gone. Lives in the journal's thread; the database outlives it.
class WordIndex final {
public:
    explicit WordIndex(Database &database);
    ~WordIndex();

    void setLibrary(Library::Pointer library);
    /// The last row whose words can be found.
    [[nodiscard]] quint32 end() const { return m_end; }
    /// The next rows, at most so many, in a transaction of its own; false: there was nothing to do, or it failed.
    bool advance(int rows);
    /// Drops the parts that end before this row.
    void dropBefore(quint32 id);
    /// The file's own idea of the end, for those who read it.
    [[nodiscard]] static quint32 end(Database &database);

private:
    [[nodiscard]] bool makePart(qint64 part);

    Database &m_database;
    std::unique_ptr<JournalRows> m_rows;
    std::optional<Describe> m_describe; // none: no library yet
    quint32 m_end = 0;
    qint64 m_part = -1; // that m_insert writes into
    Statement m_insert;
};

} // namespace walkabout
