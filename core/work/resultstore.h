// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"

#include <QObject>

#include <memory>
#include <vector>

namespace walkabout {

/// The varbinds of one result, append-only (design 3.7): OIDs front-coded in chunks that never move, values packed as
/// bytes; a million in tens of megabytes. List, tree, tables and export are views of it; what leaves the event loop
/// reads a ResultSnapshot. Owned by the tab that shows it.
class ResultStore final : public QObject {
    Q_OBJECT

public:
    static constexpr int ChunkRows = 64;

    explicit ResultStore(QObject *parent = nullptr);
    ~ResultStore() override;

    void append(const VarBinds &varBinds);
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] VarBind at(int row) const;
    [[nodiscard]] Oid oidAt(int row) const;
    /// Each OID stands behind the one before, as a walk's do.
    [[nodiscard]] bool isAscending() const { return m_isAscending; }
    /// Bytes held, for the figures.
    [[nodiscard]] qint64 memory() const;

signals:
    void grew(int first, int last);

private:
    friend class ResultSnapshot;
    class Chunk;
    std::vector<std::shared_ptr<Chunk>> m_chunks;
    Oid m_last; // of the row appended last
    int m_size = 0;
    bool m_isAscending = true;
};

} // namespace walkabout
