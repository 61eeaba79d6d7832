// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/noderef.h"

namespace walkabout {

/// Which nodes a person wants to see in the tree or among what a search finds: all conditions hold together, an empty
/// one asks nothing. A value; fit for any thread.
struct NodeFilter {
    QString module; // the module's name
    quint32 vendor = 0; // the enterprise number; 0: any
    quint32 kinds = 0; // bits 1 << NodeKind; 0: any
    quint32 accesses = 0; // bits 1 << Access; 0: any
    bool currentOnly = false; // nothing obsolete

    [[nodiscard]] bool isEmpty() const { return *this == NodeFilter(); }
    [[nodiscard]] bool accepts(const NodeRef &node) const;

    friend bool operator==(const NodeFilter &, const NodeFilter &) = default;
};

} // namespace walkabout
