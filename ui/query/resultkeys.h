// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"
#include "ui/shared/sortkey.h"

#include <unordered_map>

namespace walkabout {

/// What the rows of a result list sort by, column by column: names by OID, values by what they are. Remembers the
/// objects it met; of one sort.
class ResultKeys final {
public:
    explicit ResultKeys(const Describe &describe)
        : m_describe(describe) {}

    [[nodiscard]] SortKey value(const VarBind &varBind);
    [[nodiscard]] SortKey units(const Oid &oid) const { return SortKey::text(m_describe.units(oid)); }
    [[nodiscard]] SortKey type(const VarBind &varBind) const { return SortKey::text(m_describe.type(varBind)); }

private:
    Describe m_describe;
    std::unordered_map<qint32, bool> m_octetsAreText; // by node
};

} // namespace walkabout
