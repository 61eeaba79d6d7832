// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"
#include "ui/mib/mibtreeview.h"
#include "ui/mib/shownnodes.h"
#include "ui/shared/poolrun.h"

#include <QWidget>

namespace walkabout {

class FavouriteList;
class Favourites;
class MibFilter;
class MibSearch;
class MibTreeModel;
class ModuleTreeModel;

/// The MIB tree with its search, its filter and the favourites: over the whole library, by OID or by module. Which
/// nodes are shown is found on a pool thread; until then the tree stays as it was. What is open and selected is kept as
/// OIDs when a new library arrives.
class MibPanel final : public QWidget {
    Q_OBJECT

public:
    explicit MibPanel(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    /// They outlive it.
    void setFavourites(Favourites &favourites);
    /// Selects it and opens the way to it; siblings that are open stay open. Emits nothing.
    void reveal(const Oid &oid);
    void focusSearch();
    void openFilter();
    /// False where nothing was filtered.
    bool clearFilter();

signals:
    void selected(const walkabout::Oid &oid);
    /// One that has no identity among the objects.
    void moduleSelected(const QString &module);
    /// Double-click or Enter on something that is not a folder.
    void activated(const walkabout::Oid &oid);
    void requested(walkabout::Verb verb, const walkabout::Oid &oid);
    void sourceRequested(const QString &file, int line);
    /// The tree has caught up with the library and the filter.
    void shown();

private:
    enum class Copy { Name, Number, Qualified };

    void build();
    void buildTree();
    void addKeys();
    [[nodiscard]] QMenu *optionsMenu();
    void setByModule(bool byModule);
    void find();
    void showNodes(const ShownNodes::Pointer &nodes);
    void showInTree();
    void restore(MibTreeView::State state, bool first, bool wasFiltered);
    void choose(const Oid &oid);
    void openMenu(QAbstractItemView *view, const QPoint &position);
    /// Of the view that has the focus; the tree's where none has.
    [[nodiscard]] NodeRef currentNode() const;
    void copy(Copy what);
    void toggleFavourite();
    void showSource();

    Library::Pointer m_library;
    ShownNodes::Pointer m_nodes; // in the tree
    PoolRun<ShownNodes::Pointer> m_finding;
    std::optional<Oid> m_wanted; // revealed once the nodes are found
    std::optional<MibTreeView::State> m_unfiltered; // the tree as it was before the filter
    Favourites *m_favourites = nullptr;
    MibTreeModel *m_byOid;
    ModuleTreeModel *m_byModule;
    MibSearch *m_search;
    MibFilter *m_filter;
    MibTreeView *m_tree;
    QWidget *m_below; // favourites and tree
    FavouriteList *m_stars = nullptr;
    QAction *m_obsolete = nullptr;
    bool m_isByModule = false;
};

} // namespace walkabout
