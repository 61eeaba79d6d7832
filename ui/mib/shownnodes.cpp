// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/shownnodes.h"

#include "ui/mib/enterprises.h"

namespace walkabout {

namespace {

bool stops(const std::atomic<bool> *cancelled, size_t at) {
    return cancelled && at % 4096 == 0 && cancelled->load(std::memory_order_relaxed);
}

} // namespace

bool ShownNodes::isFiltered() const {
    NodeFilter rest = m_filter;
    rest.currentOnly = false;
    return !rest.isEmpty();
}

ShownNodes::Pointer ShownNodes::find(
    Library::Pointer library, const NodeFilter &filter, const std::atomic<bool> *cancelled) {
    const std::shared_ptr<ShownNodes> found(new ShownNodes);
    found->m_library = std::move(library);
    found->m_filter = filter;
    const Library &all = *found->m_library;
    const auto count = size_t(all.nodeCount());
    found->m_matchCount = qsizetype(count) - 1;
    found->m_owners = enterpriseOwners(all);
    if (filter.isEmpty())
        return found;

    std::vector<bool> shown(count);
    std::vector<bool> matches(count);
    found->m_matchCount = 0;
    const bool lists = found->isFiltered();
    const auto look = [&](qint32 index) {
        const NodeRef node = all.at(index);
        if (!filter.accepts(node))
            return;
        matches[size_t(index)] = true;
        // The tree has one row for all definitions of an OID, the preferred one's.
        const NodeRef place = node.parent().child(node.row());
        shown[size_t(index)] = true;
        shown[size_t(place.index())] = true;
        ++found->m_matchCount;
        if (lists && size_t(found->m_first.size()) < MostListed)
            found->m_first.append(node.oid());
    };
    if (!filter.module.isEmpty()) {
        for (const qint32 node : all.nodesOf(filter.module))
            look(node);
    } else {
        for (size_t node = 1; node < count; ++node) {
            if (stops(cancelled, node))
                return {};
            look(qint32(node));
        }
    }
    // Parents stand before their children: backwards, each is known once it is reached.
    for (size_t node = count; node-- > 1;) {
        if (stops(cancelled, node))
            return {};
        if (shown[node])
            shown[size_t(all.at(qsizetype(node)).parent().index())] = true;
    }
    found->m_shown = std::move(shown);
    found->m_matches = std::move(matches);
    return found;
}

} // namespace walkabout
