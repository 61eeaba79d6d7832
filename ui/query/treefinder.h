// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/finder.h"

namespace walkabout {

class ResultList;
class TreeView;

/// Finds a text among the instances of a tree, also where they are closed in: by the list that the tree is a view of.
/// Owned by the tab.
class TreeFinder final : public Finder {
    Q_OBJECT

public:
    TreeFinder(TreeView &tree, ResultList &list, Finder &inList, QObject *parent = nullptr);

    void find(const QString &text, bool forward, bool onwards) override;
    void stop() override;
    [[nodiscard]] QWidget &view() const override;

private:
    TreeView &m_tree;
    ResultList &m_list;
    Finder &m_inList;
    bool m_isSearching = false;
};

} // namespace walkabout
