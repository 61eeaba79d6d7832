// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"
#include "ui/shared/sortkey.h"

#include <QHash>

namespace walkabout {

/// What the rows of a result list sort by, column by column: names by OID, values by what they are. Remembers what it
/// made of the objects it met; of one sort, in one thread.
class ResultKeys final {
public:
    explicit ResultKeys(const Describe &describe)
        : m_describe(describe) {}

    /// column: a ResultRows::Column that a varbind decides.
    [[nodiscard]] SortKey of(int column, const VarBind &varBind);

private:
    [[nodiscard]] SortKey value(const VarBind &varBind);
    [[nodiscard]] const SortKey &units(const Oid &oid);
    [[nodiscard]] const SortKey &type(const VarBind &varBind);

    using Object = const NamedObject *; // of the describing
    Describe m_describe;
    QHash<Object, bool> m_octetsAreText;
    QHash<Object, SortKey> m_units;
    QHash<std::pair<Object, int>, SortKey> m_types; // and by the wire type
};

} // namespace walkabout
