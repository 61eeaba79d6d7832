// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/packet/packetdetails.h"

#include "ui/packet/hexview.h"
#include "ui/packet/packettreemodel.h"
#include "ui/shared/fonts.h"

#include <QApplication>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace walkabout {

PacketDetails::PacketDetails(QWidget *parent)
    : QWidget(parent)
    , m_model(new PacketTreeModel(this))
    , m_tree(new QTreeView(this))
    , m_hex(new HexView(this))
    , m_note(new QLabel(this)) {
    buildTree();
    m_hex->setAccessibleName(tr("Packet octets"));
    m_hex->setFrameShape(QFrame::NoFrame);
    m_note->setAccessibleName(tr("Packet note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(4);
    m_note->hide();
    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_tree);
    panes->addWidget(m_hex);
    panes->setSizes({276, 500}); // sixteen octets in a line, and their letters
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(panes, 1);
    connect(m_hex, &HexView::octetChosen, this, &PacketDetails::chooseOctet);
}

void PacketDetails::buildTree() {
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Packet tree"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setFont(monospaced());
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setTabKeyNavigation(false);
    m_tree->header()->setFont(QApplication::font());
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(PacketTreeModel::Field, QFontMetrics(m_tree->font()).averageCharWidth() * 26);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid())
            return;
        const PacketNode &node = m_model->tree().nodes()[size_t(PacketTreeModel::placeOf(current))];
        m_hex->mark(node.offset, node.size(), node.isPlain);
    });
}

void PacketDetails::show(const PacketTree &tree, const Describe &describe, const QString &note) {
    m_model->show(tree, describe);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    showOctets();
    openTree();
}

void PacketDetails::clear() { show(PacketTree(), Describe(Library::empty()), {}); }

void PacketDetails::showOctets() {
    const PacketTree &tree = m_model->tree();
    const bool isMasked = m_communities == packettext::Communities::Masked;
    m_hex->show(tree.message(), tree.plain(), isMasked ? secretRanges(tree) : std::vector<OctetRange>());
}

void PacketDetails::openTree() {
    // What the message is about is in view; the heads around it are a click away.
    for (QModelIndex at = m_model->indexOf(PacketField::VarBindList); at.isValid(); at = at.parent())
        m_tree->expand(at);
    m_tree->expand(m_model->index(0, 0));
    if (const auto &fault = m_model->tree().fault()) {
        const QModelIndex broken = m_model->indexOf(m_model->placeAt(fault->offset, fault->isPlain));
        if (broken.isValid())
            m_tree->setCurrentIndex(broken);
    }
}

void PacketDetails::setCommunities(packettext::Communities communities) {
    m_communities = communities;
    m_model->setCommunities(communities);
    showOctets();
    openTree();
}

void PacketDetails::chooseOctet(qint32 offset, bool isPlain) {
    const QModelIndex chosen = m_model->indexOf(m_model->placeAt(offset, isPlain));
    if (chosen.isValid())
        m_tree->setCurrentIndex(chosen);
}

} // namespace walkabout
