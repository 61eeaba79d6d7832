// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/librarydata.h"
#include "core/mib/placement.h"
#include "core/mib/scope.h"
#include "core/mib/shapes.h"
#include "core/mib/typetable.h"

namespace walkabout::mib {

/// One module that made it into the library.
struct Chosen {
    const Module *module = nullptr;
    int tier = 0;
    QStringList rivals;
};

/// Writes a library's data: resolves the chosen modules, puts the nodes in OID order and fills every table. Lives for
/// one compilation.
class LibraryBuilder final {
public:
    /// One of each name, sorted by name; they outlive the builder.
    explicit LibraryBuilder(std::vector<Chosen> chosen);

    [[nodiscard]] std::unique_ptr<LibraryData> build();

private:
    // librarybuilder.cpp
    void countUsed();
    void orderNodes();
    void emitNode(qint32 node, qint32 parent, quint32 row);
    void warnOfDouble(qint32 first, qint32 second);
    void emitRecord(qint32 definition, NodeRecord record);
    void describeModules();

    // librarylinks.cpp: what points from node to node
    void linkNodes();
    void linkIndexes(qint32 definition, FactRecord &facts);
    void linkMembers(qint32 definition, FactRecord &facts);
    [[nodiscard]] qint32 recordOf(qint32 definition) const {
        return definition < 0 ? -1 : m_records[size_t(definition)];
    }
    void indexNames();
    void indexTypes();

    // librarypreference.cpp: whose definition names a node
    void rankModules();
    [[nodiscard]] bool isPreferred(qint32 a, qint32 b) const;
    [[nodiscard]] int homeOf(qint32 definition) const;
    [[nodiscard]] bool isLikelier(qint32 a, qint32 b) const;

    /// How a module fares against others; the first difference decides, the smaller wins.
    struct Standing {
        bool superseded = false;
        bool notSmi = true;
        int tier = 0;
        bool noIdentity = true;
        QString lastUpdated;
        std::vector<quint32> identity;
    };

    std::vector<Chosen> m_chosen;
    std::unique_ptr<LibraryData> m_data;
    Scope m_scope;
    Placement m_placement;
    Shapes m_shapes;
    TypeTable m_types;
    std::vector<Standing> m_standings; // by module
    std::vector<qint32> m_records; // by definition: its node record
    std::vector<qint32> m_definitions; // by node record: its definition
    std::vector<bool> m_used; // by node of the placement
    std::vector<qint32> m_byParent; // nodes of the placement, grouped by parent, by arc
    std::vector<quint32> m_groups; // where the group of each begins
};

/// "2000-06-14 00:00" of "200006140000Z" or "0006140000Z"; what is no date stays as it is.
[[nodiscard]] QString dateText(std::string_view utcTime);

} // namespace walkabout::mib
