// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/resultstore.h"

#include "core/work/resultchunk.h"

namespace walkabout {

ResultStore::ResultStore(QObject *parent)
    : QObject(parent) {}

ResultStore::~ResultStore() = default;

void ResultStore::append(const VarBinds &varBinds) {
    if (varBinds.isEmpty())
        return;
    const int first = m_size;
    for (const VarBind &varBind : varBinds) {
        if (m_size % ChunkRows == 0) {
            if (!m_chunks.empty())
                m_chunks.back()->close();
            m_chunks.push_back(std::make_shared<Chunk>());
        }
        m_chunks.back()->append(varBind, m_last);
        m_isAscending = m_isAscending && (m_size == 0 || m_last < varBind.oid);
        m_last = varBind.oid;
        ++m_size;
    }
    emit grew(first, m_size - 1);
}

VarBind ResultStore::at(int row) const {
    Q_ASSERT(row >= 0 && row < m_size);
    return m_chunks[size_t(row / ChunkRows)]->at(row % ChunkRows);
}

Oid ResultStore::oidAt(int row) const {
    Q_ASSERT(row >= 0 && row < m_size);
    return m_chunks[size_t(row / ChunkRows)]->oidAt(row % ChunkRows);
}

qint64 ResultStore::memory() const {
    constexpr qint64 allocations = qint64{2} * 16 + 16; // what the allocator and sharing add to a chunk and its bytes
    qint64 sum = qint64(sizeof(*this)) + qint64(m_chunks.capacity() * sizeof(m_chunks.front()));
    for (const auto &chunk : m_chunks)
        sum += chunk->memory() + allocations;
    return sum;
}

} // namespace walkabout
