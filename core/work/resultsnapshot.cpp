// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/resultsnapshot.h"

#include "core/work/resultchunk.h"

#include <algorithm>

namespace walkabout {

ResultSnapshot::ResultSnapshot(const ResultStore &store)
    : m_size(store.m_size)
    , m_isAscending(store.m_isAscending) {
    auto chunks = std::make_shared<Chunks>(store.m_chunks.begin(), store.m_chunks.end());
    if (m_size % ResultStore::ChunkRows != 0)
        chunks->back() = std::make_shared<ResultStore::Chunk>(*chunks->back());
    m_chunks = std::move(chunks);
}

VarBind ResultSnapshot::at(int row) const {
    Q_ASSERT(row >= 0 && row < m_size);
    return (*m_chunks)[size_t(row / ResultStore::ChunkRows)]->at(row % ResultStore::ChunkRows);
}

Oid ResultSnapshot::oidAt(int row) const {
    Q_ASSERT(row >= 0 && row < m_size);
    return (*m_chunks)[size_t(row / ResultStore::ChunkRows)]->oidAt(row % ResultStore::ChunkRows);
}

void ResultSnapshot::each(int from, int to, const Visit &visit) const {
    for (int row = from; row < to;) {
        const int base = row - row % ResultStore::ChunkRows;
        const int end = std::min(to, base + ResultStore::ChunkRows);
        const auto inChunk = [&](int at, const VarBind &varBind) { return visit(base + at, varBind); };
        if (!(*m_chunks)[size_t(base / ResultStore::ChunkRows)]->each(row - base, end - base, inChunk))
            return;
        row = end;
    }
}

void ResultSnapshot::each(std::span<const int> rows, const Visit &visit) const {
    while (!rows.empty()) {
        const int base = rows.front() - rows.front() % ResultStore::ChunkRows;
        const auto end = std::ranges::find_if(rows, [base](int row) { return row >= base + ResultStore::ChunkRows; });
        const auto own = rows.first(size_t(end - rows.begin()));
        if (!(*m_chunks)[size_t(base / ResultStore::ChunkRows)]->each(own, base, visit))
            return;
        rows = rows.subspan(own.size());
    }
}

} // namespace walkabout
