// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"
#include "core/work/resultstore.h"

#include <array>
#include <functional>
#include <span>

namespace walkabout {

/// Up to 64 varbinds of a ResultStore as bytes. A row is: parts shared with the row before, parts that follow, those
/// parts, the value's type, its number or length and octets; numbers in groups of seven bits. Every sixteenth row
/// shares with the first instead, so that reading one never runs through more than that.
class ResultStore::Chunk final {
public:
    static constexpr int Stride = 16;

    /// before: the OID of the row appended last.
    void append(const VarBind &varBind, const Oid &before);
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] VarBind at(int row) const;
    [[nodiscard]] Oid oidAt(int row) const;
    /// The rows from here to before there, each read once; ends where it says false, and says so.
    using Visit = std::function<bool(int row, const VarBind &varBind)>;
    bool each(int from, int to, const Visit &visit) const;
    /// These rows, which ascend, each told by its number in the whole result: first is this chunk's first there.
    bool each(std::span<const int> rows, int first, const Visit &visit) const;
    /// Gives back what growing reserved, once full.
    void close() { m_bytes.shrink_to_fit(); }
    [[nodiscard]] qint64 memory() const;

private:
    class Reader;
    using Parts = QVarLengthArray<Oid::Part, Oid::MaxLength>;
    [[nodiscard]] Reader seek(int row, Parts &oid) const;

    std::vector<quint8> m_bytes;
    std::array<quint32, ChunkRows / Stride> m_starts{};
    int m_size = 0;
};

} // namespace walkabout
