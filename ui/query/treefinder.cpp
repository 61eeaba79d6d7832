// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/treefinder.h"

#include "ui/query/resultrows.h"
#include "ui/query/treeview.h"

namespace walkabout {

TreeFinder::TreeFinder(TreeView &tree, ResultList &list, Finder &inList, QObject *parent)
    : Finder(parent)
    , m_tree(tree)
    , m_list(list)
    , m_inList(inList) {
    connect(&inList, &Finder::searching, this, [this](int percent) {
        if (m_isSearching)
            emit searching(percent);
    });
    connect(&inList, &Finder::ended, this, [this](Outcome outcome) {
        if (!std::exchange(m_isSearching, false))
            return;
        const auto *rows = static_cast<const ResultRows *>(m_list.model());
        if (outcome != Outcome::NotThere)
            m_tree.reveal(rows->oidAt(m_list.currentIndex()));
        emit ended(outcome);
    });
}

void TreeFinder::find(const QString &text, bool forward, bool onwards) {
    m_isSearching = true;
    m_inList.find(text, forward, onwards);
}

void TreeFinder::stop() {
    m_isSearching = false;
    m_inList.stop();
}

QWidget &TreeFinder::view() const { return m_tree; }

} // namespace walkabout
