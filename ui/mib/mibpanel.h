// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/work/query.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace walkabout {

class MibTreeModel;
class MibTreeView;
class ModuleTreeModel;
class SearchModel;

/// The MIB tree with its search line: over the whole library, by OID or by module; what is open and selected is kept as
/// OIDs when a new library arrives. What a search finds stands above the tree, which shows each where it is.
class MibPanel final : public QWidget {
    Q_OBJECT

public:
    explicit MibPanel(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    /// Selects it and opens the way to it; siblings that are open stay open. Emits nothing.
    void reveal(const Oid &oid);
    void focusSearch();

signals:
    void selected(const walkabout::Oid &oid);
    /// Double-click or Enter on something that is not a folder.
    void activated(const walkabout::Oid &oid);
    void requested(walkabout::Verb verb, const walkabout::Oid &oid);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSearch();
    void buildTree();
    [[nodiscard]] QMenu *optionsMenu();
    void setByModule(bool byModule);
    void setObsoleteShown(bool shown);
    void search();
    void choose(const Oid &oid);
    void openMenu(const QPoint &position);
    void copy(bool number);

    Library::Pointer m_library;
    MibTreeModel *m_byOid;
    ModuleTreeModel *m_byModule;
    SearchModel *m_found;
    QLineEdit *m_search;
    QLabel *m_nothing;
    QTableView *m_results;
    MibTreeView *m_tree;
    QAction *m_obsolete = nullptr;
    QTimer m_pause;
    bool m_isByModule = false;
};

} // namespace walkabout
