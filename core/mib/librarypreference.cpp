// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarybuilder.h"
#include "core/mib/wellknown.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <tuple>

namespace walkabout::mib {

void LibraryBuilder::rankModules() {
    for (qint32 module = 0; module < m_scope.moduleCount(); ++module) {
        const Unit &ast = m_scope.module(module);
        const std::string_view name = ast.view(ast.name);
        ModuleStanding standing;
        standing.superseded = wellknown::isSuperseded(name);
        standing.notSmi = !wellknown::isSmi(name);
        standing.tier = m_chosen[size_t(module)].tier;
        standing.noIdentity = !ast.hasIdentity;
        standing.lastUpdated = dateText(ast.view(ast.lastUpdated));
        for (qint32 id = m_scope.firstOf(module); id < m_scope.firstOf(module + 1); ++id)
            if (m_scope.kindOf(id) == Definition::ModuleIdentity && m_placement.nodeOf(id) >= 0) {
                standing.identity = m_placement.arcsOf(m_placement.nodeOf(id));
                break;
            }
        m_standings.push_back(std::move(standing));
    }
}

/// How many leading arcs a definition shares with its module's identity, up to the enterprise number: a module is at
/// home where it is registered, so IF-MIB names ifDescr whatever a vendor's module says of it. The SMI is at home
/// everywhere, a standard (registered outside the enterprises) wherever no vendor is; what was superseded was one.
int LibraryBuilder::homeOf(qint32 id) const {
    const ModuleStanding &standing = m_standings[size_t(m_scope.moduleOf(id))];
    if (!standing.notSmi)
        return 7;
    constexpr std::array<quint32, 5> enterprises = {1, 3, 6, 1, 4};
    const auto &identity = standing.identity;
    const bool isVendors
        = identity.size() >= enterprises.size() && std::equal(enterprises.begin(), enterprises.end(), identity.begin());
    const bool isStandard = !identity.empty() && !isVendors;
    if (standing.superseded || isStandard)
        return 6;
    const std::vector<quint32> arcs = m_placement.arcsOf(m_placement.nodeOf(id));
    const size_t most = std::min({standing.identity.size(), arcs.size(), size_t(7)});
    const auto [at, other] = std::mismatch(arcs.begin(), arcs.begin() + qsizetype(most), standing.identity.begin());
    return int(at - arcs.begin());
}

/// Of two definitions at one OID: whether the first names the node. The SMI's own modules come first, then the module
/// at home there, one that is still in force before one whose objects were defined anew, a macro before a plain value,
/// the tier, what is not obsolete, a MODULE-IDENTITY, the newer one, the name.
bool LibraryBuilder::isPreferred(qint32 a, qint32 b) const {
    const auto standing = [this](qint32 id) {
        const Status status = Status(m_scope.packed(id).status);
        const ModuleStanding &module = m_standings[size_t(m_scope.moduleOf(id))];
        return std::tuple(module.notSmi, -homeOf(id), module.superseded, m_scope.kindOf(id) == Definition::Value,
            module.tier, status == Status::Obsolete, module.noIdentity);
    };
    const auto first = standing(a);
    const auto second = standing(b);
    if (first != second)
        return first < second;
    const QString &date = m_standings[size_t(m_scope.moduleOf(a))].lastUpdated;
    const QString &otherDate = m_standings[size_t(m_scope.moduleOf(b))].lastUpdated;
    if (date != otherDate)
        return date > otherDate;
    return a < b; // modules are numbered by name, definitions as they stand in the file
}

} // namespace walkabout::mib
