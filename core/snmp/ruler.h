// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"

#include <optional>
#include <span>
#include <vector>

namespace walkabout {

/// Where a walk may be cut ahead of what was read (design 3.5): at rows that the column before in the same table had,
/// by the stride of the rows read so far, at the boundaries that the caller gave, or, where no one names any, behind
/// subtrees as large as those read so far. A wrong guess costs an answer: the seams are verified. Owned by a Walk.
class Ruler final {
public:
    /// boundaries: of columns and groups, ascending.
    explicit Ruler(QList<Oid> boundaries)
        : m_boundaries(std::move(boundaries)) {}

    struct Mark {
        Oid oid; // the last that may stand before the cut
        qint64 ahead = 0; // instances up to it; 0: not known
        bool isSure = false; // the column before had this row
    };
    /// About `wanted` instances behind this OID.
    [[nodiscard]] std::optional<Mark> next(const Oid &from, qint64 wanted) const;

    /// Behind a whole subtree that this OID lies in, of about as many instances or more, below the root and before
    /// `until`.
    [[nodiscard]] std::optional<Mark> beyond(
        const Oid &from, const Oid &root, const std::optional<Oid> &until, qint64 wanted) const;

    /// These were read, behind those of the call before.
    void learn(std::span<const VarBind> run);

private:
    struct Row {
        Oid suffix; // of the instance
        qint64 number = 0; // it is the how many-th of its column
    };

    void count(const Oid &before, const Oid &oid);
    void beginColumn(std::span<const VarBind> run);
    void extend(std::span<const VarBind> rows);
    [[nodiscard]] std::optional<Mark> byRows(const Oid &from, qint64 wanted) const;
    [[nodiscard]] std::optional<Mark> byStride(const Oid &from, qint64 wanted) const;
    [[nodiscard]] std::optional<Mark> byBoundaries(const Oid &from) const;

    struct Subtree {
        qint64 begun = 0; // instances read before it
        double size = 0; // of those before it, lately; 0: none was read whole
    };

    QList<Oid> m_boundaries;
    Oid m_last; // read
    // by the place of the number that tells a subtree from its neighbours
    std::vector<Subtree> m_subtrees;
    qint64 m_count = 0; // instances read
    // the column being read, as far as it was
    Oid m_column;
    std::vector<Row> m_rows;
    qint64 m_read = 0;
    qint64 m_spacing = 0; // instances between two rows that are remembered
    // the latest stretch of it
    Oid m_stretch; // its first
    qint64 m_stretched = 0;
    // the column read before
    Oid m_entry; // its table's row object
    std::vector<Row> m_known;
    qint64 m_height = 0;
};

} // namespace walkabout
