// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/placement.h"
#include "core/mib/scope.h"
#include "core/mib/types.h"

namespace walkabout::mib {

/// Which objects are tables, rows, columns and scalars. A module's own definitions decide for its objects; where it
/// defines no object at the parent's place, others' do: two modules may share object identifiers.
class Shapes final {
public:
    Shapes(const Scope &scope, const Placement &placement);

    [[nodiscard]] NodeKind kindOf(qint32 definition, qint32 node) const;

private:
    enum Shape : quint8 { None = 0, IsTable = 1, IsRow = 2, HasRow = 4 };

    void shapeAlone(qint32 definition, qint32 node);
    [[nodiscard]] bool mayBeRow(qint32 definition) const;
    /// What the parent of this node is to this module.
    [[nodiscard]] quint8 parentShape(qint32 node, qint32 module) const;

    const Scope &m_scope;
    const Placement &m_placement;
    LargeTable<quint8> m_ofNode; // to any module
    LargeTable<quint8> m_ofDefinition;
};

} // namespace walkabout::mib
