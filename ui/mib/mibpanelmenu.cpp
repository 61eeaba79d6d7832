// SPDX-License-Identifier: GPL-3.0-or-later
// What the MIB panel does with the node that is chosen: its menu and its keys.
#include "ui/mib/favouritelist.h"
#include "ui/mib/favourites.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/mibsearch.h"
#include "ui/mib/mibtreemodel.h"
#include "ui/mib/moduletreemodel.h"
#include "ui/mib/nodemenu.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>

namespace walkabout {

void MibPanel::openMenu(QAbstractItemView *view, const QPoint &position) {
    const NodeRef node = view->indexAt(position).isValid() ? currentNode() : NodeRef();
    if (node.isNull())
        return;
    NodeMenu::Deeds deeds;
    deeds.ask = [this, oid = node.oid()](Verb verb) { emit requested(verb, oid); };
    if (m_favourites)
        deeds.isFavourite = m_favourites->contains(*m_library, node.oid());
    deeds.toggleFavourite = [this, oid = node.oid()] { m_favourites->toggle(*m_library, oid); };
    deeds.showSource = [this, file = node.file(), line = node.line()] { emit sourceRequested(file, line); };
    auto *menu = new NodeMenu(node, deeds, this);
    menu->popup(view->viewport()->mapToGlobal(position));
}

NodeRef MibPanel::currentNode() const {
    if (m_search->results()->hasFocus())
        return m_search->currentNode();
    if (m_stars && m_stars->hasFocus()) {
        const std::optional<Oid> oid = m_stars->currentOid();
        return oid ? m_library->node(*oid) : NodeRef();
    }
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return {};
    if (!m_isByModule)
        return m_byOid->node(index);
    // A module's row stands for its identity.
    if (const ModuleInfo *module = m_byModule->module(index))
        return module->identity.isEmpty() ? NodeRef() : m_nodes->library()->node(module->identity);
    return m_byModule->node(index);
}

void MibPanel::copy(Copy what) {
    const NodeRef node = currentNode();
    if (node.isNull())
        return;
    const QString name = what == Copy::Name ? node.name() : node.qualifiedName();
    QGuiApplication::clipboard()->setText(what == Copy::Number ? node.oid().toString() : name);
}

void MibPanel::toggleFavourite() {
    if (const NodeRef node = currentNode(); m_favourites && !node.isNull())
        m_favourites->toggle(*m_library, node.oid());
}

void MibPanel::showSource() {
    // Rows of the tree that are no node have a source as well.
    const QModelIndex index = m_tree->hasFocus() ? m_tree->currentIndex() : QModelIndex();
    const ModuleInfo *module = m_isByModule ? m_byModule->module(index) : nullptr;
    if (module)
        emit sourceRequested(module->file, module->line);
    else if (const auto unplaced = m_isByModule ? std::nullopt : m_byOid->unplaced(index))
        emit sourceRequested(unplaced->file, unplaced->line);
    else if (const NodeRef node = currentNode(); !node.file().isEmpty())
        emit sourceRequested(node.file(), node.line());
}

} // namespace walkabout
