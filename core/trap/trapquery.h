// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/trap/database.h"
#include "core/trap/sourcenames.h"
#include "core/trap/trapfilter.h"

namespace walkabout {

/// A filter as SQLite reads it: a condition on the heads, and what the word index is asked. Made by the thread of the
/// database, against the sources and kinds that stand there now.
class TrapQuery final {
public:
    TrapQuery() = default;
    /// Not asked yet.
    explicit TrapQuery(TrapFilter filter)
        : m_filter(std::move(filter)) {}
    TrapQuery(TrapFilter filter, Database &database, const Library &library, const SourceNames &names);

    [[nodiscard]] const TrapFilter &filter() const { return m_filter; }
    /// "head.source IN (3,7) AND ..."; never empty.
    [[nodiscard]] const QByteArray &condition() const { return m_condition; }
    /// For MATCH; empty: the index cannot help.
    [[nodiscard]] const QString &match() const { return m_match; }
    /// What the index finds is still to be held against the text.
    [[nodiscard]] bool needsText() const { return m_needsText; }
    /// Rows that the index does not know yet are.
    [[nodiscard]] bool needsTextWithoutIndex() const { return m_filter.readsText(); }
    /// Sources or kinds that it did not know have come since.
    [[nodiscard]] bool isStale(Database &database) const;

private:
    [[nodiscard]] QByteArray sources(const TrapFilter::Term &term, Database &database, const SourceNames &names) const;
    [[nodiscard]] QByteArray kinds(const TrapFilter::Term &term, Database &database, const Library &library) const;
    [[nodiscard]] static QByteArray onFlags(const TrapFilter::Term &term);
    [[nodiscard]] static QByteArray onSeverity(const TrapFilter::Term &term);
    void askIndex();

    TrapFilter m_filter;
    QByteArray m_condition = "1";
    QString m_match;
    bool m_needsText = false;
    qint64 m_known = 0; // sources and kinds
};

} // namespace walkabout
