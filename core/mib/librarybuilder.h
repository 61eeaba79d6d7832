// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/librarytables.h"
#include "core/mib/modulestanding.h"
#include "core/mib/placement.h"
#include "core/mib/scope.h"
#include "core/mib/shapes.h"
#include "core/mib/typetable.h"

namespace walkabout::mib {

/// One module that made it into the library.
struct Chosen {
    const Unit *module = nullptr;
    QString file;
    std::shared_ptr<const Source> source; // where the file cannot be read again
    int tier = 0;
    QStringList rivals;
    std::vector<DiagnosticRecord> diagnostics; // its parser's; in the tables' notes
};

/// Writes a library's data: resolves the chosen modules, puts the nodes in OID order and fills every table. Lives for
/// one compilation.
class LibraryBuilder final {
public:
    /// One of each name, sorted by name; their units and the tables outlive the builder.
    LibraryBuilder(std::vector<Chosen> chosen, LibraryTables &tables);

    void build();
    /// For LibraryIndexes, after build().
    [[nodiscard]] std::vector<ModuleStanding> takeStandings() { return std::move(m_standings); }
    [[nodiscard]] std::vector<bool> plainValues() const;

private:
    // librarybuilder.cpp
    void countUsed();
    void orderNodes();
    void emitNode(qint32 node, qint32 parent, quint32 row);
    void warnOfDouble(qint32 first, qint32 second);
    void emitRecord(qint32 definition, NodeRecord record);

    // librarymodules.cpp: modules, what is wrong with them, what could not be placed
    void describeModules();
    [[nodiscard]] std::vector<QList<Diagnostic>> locateFindings();
    void describeFindings();
    void listNodesOfModules();

    // librarylinks.cpp: what points from node to node
    void linkNodes();
    void linkIndexes(qint32 definition, FactRecord &facts);
    void linkMembers(qint32 definition, FactRecord &facts);
    [[nodiscard]] qint32 recordOf(qint32 definition) const {
        return definition < 0 ? -1 : m_records[size_t(definition)];
    }

    // librarypreference.cpp: whose definition names a node
    void rankModules();
    [[nodiscard]] bool isPreferred(qint32 a, qint32 b) const;
    [[nodiscard]] int homeOf(qint32 definition) const;

    std::vector<Chosen> m_chosen;
    LibraryTables *m_data;
    Scope m_scope;
    Placement m_placement;
    Shapes m_shapes;
    TypeTable m_types;
    std::vector<ModuleStanding> m_standings; // by module
    LargeTable<qint32> m_records; // by definition: its node record
    LargeTable<qint32> m_definitions; // by node record: its definition
    std::vector<bool> m_used; // by node of the placement
    LargeTable<qint32> m_byParent; // nodes of the placement, grouped by parent, by arc
    std::vector<qint32> m_atNode; // definitions of the node looked at
    LargeTable<quint32> m_groups; // where the group of each begins
};

/// "2000-06-14 00:00" of "200006140000Z" or "0006140000Z"; what is no date stays as it is.
[[nodiscard]] QString dateText(std::string_view utcTime);

} // namespace walkabout::mib
