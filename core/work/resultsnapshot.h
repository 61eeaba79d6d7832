// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultstore.h"

#include <functional>
#include <span>

namespace walkabout {

/// What a result holds at one moment, for any thread to read while the store grows or goes: its chunks are shared, the
/// one that still grows is copied. A value, cheap to copy.
class ResultSnapshot final {
public:
    ResultSnapshot() = default;
    explicit ResultSnapshot(const ResultStore &store);

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool isAscending() const { return m_isAscending; }
    [[nodiscard]] VarBind at(int row) const;
    [[nodiscard]] Oid oidAt(int row) const;
    /// The rows from here to before there, in order: far quicker than each by its number. Ends where visit says false.
    using Visit = std::function<bool(int row, const VarBind &varBind)>;
    void each(int from, int to, const Visit &visit) const;
    /// These rows, which ascend, the same way.
    void each(std::span<const int> rows, const Visit &visit) const;

private:
    using Chunks = std::vector<std::shared_ptr<const ResultStore::Chunk>>;

    std::shared_ptr<const Chunks> m_chunks;
    int m_size = 0;
    bool m_isAscending = true;
};

} // namespace walkabout
