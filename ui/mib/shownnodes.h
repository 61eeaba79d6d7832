// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/mib/nodefilter.h"

#include <QHash>

#include <atomic>
#include <vector>

namespace walkabout {

/// Which nodes of one library a filter lets a tree show: what matches, and the way to it. Two bits a node, found by a
/// pool thread, then only read; holds its library.
class ShownNodes final {
public:
    using Pointer = std::shared_ptr<const ShownNodes>;
    /// How many matches are kept to be opened in the tree.
    static constexpr size_t MostListed = 60;

    /// A pure function, fit for any thread; null when cancelled becomes true before it is done.
    [[nodiscard]] static Pointer find(
        Library::Pointer library, const NodeFilter &filter, const std::atomic<bool> *cancelled = nullptr);

    [[nodiscard]] const Library::Pointer &library() const { return m_library; }
    [[nodiscard]] const NodeFilter &filter() const { return m_filter; }
    /// More is asked than to leave out what is obsolete.
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] bool isShown(qint32 node) const { return m_shown.empty() || m_shown[size_t(node)]; }
    [[nodiscard]] bool isMatch(qint32 node) const { return m_matches.empty() || m_matches[size_t(node)]; }
    [[nodiscard]] qsizetype matchCount() const { return m_matchCount; }
    /// The first matches in OID order, MostListed at most; none where nothing is filtered.
    [[nodiscard]] const QList<Oid> &firstMatches() const { return m_first; }
    /// Who owns a child of enterprises, by its number.
    [[nodiscard]] const QHash<quint32, QString> &owners() const { return m_owners; }

private:
    ShownNodes() = default;

    Library::Pointer m_library;
    NodeFilter m_filter;
    std::vector<bool> m_shown; // empty: all
    std::vector<bool> m_matches;
    qsizetype m_matchCount = 0;
    QList<Oid> m_first;
    QHash<quint32, QString> m_owners;
};

} // namespace walkabout
