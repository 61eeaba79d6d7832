// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mib/shownnodes.h"

#include <span>

namespace walkabout {

/// The shown definitions of one module, nested as their OIDs are, whoever defines what lies between: flat vectors over
/// positions, made when the module is opened.
class ModuleOutline final {
public:
    ModuleOutline() = default;
    ModuleOutline(const ShownNodes &nodes, QStringView module);

    /// In OID order: numbers of the library.
    [[nodiscard]] qint32 node(qsizetype position) const { return m_nodes[size_t(position)]; }
    /// -1: not among them.
    [[nodiscard]] qsizetype positionOf(qint32 node) const;
    /// The one that it stands below; -1: the module itself.
    [[nodiscard]] qsizetype above(qsizetype position) const { return m_above[size_t(position)]; }
    /// Positions of what stands directly below a position; of the heads where it is -1.
    [[nodiscard]] std::span<const qint32> below(qsizetype position) const;
    /// Which of below(above(position)) this is.
    [[nodiscard]] int row(qsizetype position) const { return m_rows[size_t(position)]; }

private:
    std::vector<qint32> m_nodes;
    std::vector<qint32> m_above;
    std::vector<qint32> m_below; // grouped by what is above, in order
    std::vector<qint32> m_firsts; // of position p: m_below from m_firsts[p + 1] to m_firsts[p + 2]
    std::vector<qint32> m_rows;
};

} // namespace walkabout
