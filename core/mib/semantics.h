// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/librarytables.h"
#include "core/mib/scope.h"

#include <QCoreApplication>

namespace walkabout::mib {

/// Looks over the resolved modules for what RFC 2578 to 2580 do not allow but everyone reads: rules that need the
/// objects a definition points to. All of it warnings and notes, in the scope's reporters. Lives while a library is
/// built, after its links are made.
class Semantics final {
    Q_DECLARE_TR_FUNCTIONS(Semantics)

public:
    /// definitions: by node record, its definition or -1. All outlive it.
    Semantics(Scope &scope, const LibraryTables &tables, const LargeTable<qint32> &definitions)
        : m_scope(scope)
        , m_tables(tables)
        , m_definitions(definitions) {}

    void run();

private:
    void checkMembers(size_t node, const Definition &definition);
    void checkIndex(size_t node, const Definition &definition);
    void checkIndexType(qint32 module, const Mention &mention, const IndexRecord &item);
    void checkIndexAccess(size_t node, const Definition &definition);
    void noteUngrouped();

    [[nodiscard]] const NodeRecord &record(qint32 node) const { return m_tables.nodes[size_t(node)]; }
    [[nodiscard]] qint32 moduleOf(size_t node) const { return m_scope.moduleOf(m_definitions[node]); }

    Scope &m_scope;
    const LibraryTables &m_tables;
    const LargeTable<qint32> &m_definitions;
    std::vector<bool> m_grouped; // by node: a group of its own module names it
};

} // namespace walkabout::mib
