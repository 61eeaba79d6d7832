// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/resultoutline.h"

#include "core/work/storesearch.h"

#include <algorithm>
#include <ranges>

namespace walkabout {

namespace {

// iso.org.dod.internet.mgmt and the like tell nothing: the tree begins below.
bool isTrunk(const Oid &oid) {
    static const Oid internet{1, 3, 6, 1};
    return oid.size() <= 2 || internet.startsWith(oid) || (oid.size() == 5 && oid.startsWith(internet));
}

} // namespace

ResultOutline::ResultOutline(Library::Pointer library)
    : m_library(std::move(library)) {}

bool ResultOutline::take(
    const std::function<Oid(int place)> &oidAt, int count, const QElapsedTimer &clock, int milliseconds) {
    while (m_taken < count) {
        const Oid oid = oidAt(m_taken);
        if (m_path.empty() || m_isExact || !oid.startsWith(m_branches[size_t(m_path.back())].oid))
            begin(oid);
        m_taken = m_isExact ? m_taken + 1
                            : storesearch::endOf(oidAt, m_branches[size_t(m_path.back())].oid, m_taken, count);
        for (const int branch : m_path)
            m_branches[size_t(branch)].last = m_taken;
        if (m_taken < count && clock.elapsed() >= milliseconds)
            return false;
    }
    return true;
}

// Table, entry and columns are one branch: the entry is left out.
void ResultOutline::begin(const Oid &oid) {
    if (!m_path.empty())
        m_path.pop_back(); // the leaf
    while (!m_path.empty() && !oid.startsWith(m_branches[size_t(m_path.back())].oid))
        m_path.pop_back();
    const NodeRef node = m_library->nearest(oid);
    const bool isObject = node.childCount() == 0 || node.kind() == NodeKind::Column || node.kind() == NodeKind::Scalar;
    const Oid own = node.oid();
    m_isExact = !isObject && own.size() == oid.size();
    const qsizetype known = m_path.empty() ? 0 : m_branches[size_t(m_path.back())].oid.size();
    std::vector<Oid> above;
    for (NodeRef at = isObject ? node.parent() : node; at && !at.oid().isEmpty(); at = at.parent()) {
        const Oid each = at.oid();
        if (each.size() <= known)
            break;
        if (at.kind() != NodeKind::Row && !isTrunk(each) && each != oid)
            above.push_back(each);
    }
    for (auto each = above.crbegin(); each != above.crend(); ++each)
        push(*each, false, false);
    push(isObject ? own : oid.first(own.size() + 1), true, node.kind() == NodeKind::Scalar);
}

void ResultOutline::push(const Oid &oid, bool isLeaf, bool isScalar) {
    const int parent = m_path.empty() ? -1 : m_path.back();
    m_path.push_back(int(m_branches.size()));
    m_branches.push_back({oid, parent, int(m_path.size()) - 1, m_taken, m_taken, isLeaf, isScalar});
}

int ResultOutline::leafOf(int place) const {
    const auto behind = std::ranges::upper_bound(m_branches, place, {}, &Branch::first);
    // Those above a leaf begin at the same row, and stand before it.
    return int(behind - m_branches.begin()) - 1;
}

} // namespace walkabout
