// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/work/query.h"

#include <QMenu>

#include <functional>

namespace walkabout {

/// What can be done with a node of the tree: the verbs that fit it, and its name and OID to copy. Deletes itself when
/// closed.
class NodeMenu final : public QMenu {
    Q_OBJECT

public:
    NodeMenu(const NodeRef &node, const std::function<void(Verb)> &ask, QWidget *parent);
};

} // namespace walkabout
