// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/nodefilter.h"

namespace walkabout {

bool NodeFilter::accepts(const NodeRef &node) const {
    const auto has = [](quint32 bits, quint32 bit) { return bits == 0 || (bits >> bit & 1U); };
    if (!has(kinds, quint32(node.kind())) || !has(accesses, quint32(node.access())))
        return false;
    if (currentOnly && node.status() == Status::Obsolete)
        return false;
    if (!module.isEmpty() && node.module() != module)
        return false;
    if (vendor == 0)
        return true;
    const Oid oid = node.oid();
    return oid.size() > 6 && oid.startsWith(Oid{1, 3, 6, 1, 4, 1}) && oid[6] == vendor;
}

} // namespace walkabout
