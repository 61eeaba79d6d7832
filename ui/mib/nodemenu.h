// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/work/query.h"

#include <QMenu>

#include <functional>
#include <optional>

namespace walkabout {

/// What can be done with a node of the tree: the verbs that fit it, its star, its source, and its name and OID to copy.
/// Deletes itself when closed.
class NodeMenu final : public QMenu {
    Q_OBJECT

public:
    /// What the menu does through others; what is missing is not offered.
    struct Deeds {
        std::function<void(Verb)> ask;
        std::optional<bool> isFavourite;
        std::function<void()> toggleFavourite;
        std::function<void()> showSource;
    };
    NodeMenu(const NodeRef &node, const Deeds &deeds, QWidget *parent);

    static const QKeySequence copyOidKey, copyQualifiedKey, favouriteKey, sourceKey;
};

} // namespace walkabout
