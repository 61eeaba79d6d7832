// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/librarytables.h"
#include "core/mib/modulestanding.h"

namespace walkabout::mib {

/// Fills the tables by which nodes are found: by name, by label, by type. After linking, when the modules are let go.
class LibraryIndexes final {
public:
    /// plainValues: by node, those that are a bare OBJECT IDENTIFIER.
    LibraryIndexes(LibraryTables &tables, std::vector<ModuleStanding> standings, std::vector<bool> plainValues)
        : m_data(&tables)
        , m_standings(std::move(standings))
        , m_plainValues(std::move(plainValues)) {}

    void build();

private:
    void indexNames();
    void indexTypes();
    void indexLabels();
    [[nodiscard]] bool isLikelier(qint32 a, qint32 b) const;
    [[nodiscard]] bool isStandard(qint32 node) const;
    [[nodiscard]] std::string_view string(Text text) const {
        return std::string_view(m_data->strings).substr(text.offset, text.size);
    }

    LibraryTables *m_data;
    std::vector<ModuleStanding> m_standings; // by module
    std::vector<bool> m_plainValues;
};

} // namespace walkabout::mib
