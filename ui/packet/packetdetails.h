// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"
#include "ui/packet/packettext.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace walkabout {

class HexView;
class PacketTree;
class PacketTreeModel;

/// One message: its elements as a tree, beside them its octets. Choosing one chooses the other.
class PacketDetails final : public QWidget {
    Q_OBJECT

public:
    explicit PacketDetails(QWidget *parent = nullptr);

    /// note: what has to be said of it; empty: nothing.
    void show(const PacketTree &tree, const Describe &describe, const QString &note);
    void clear();
    void setCommunities(packettext::Communities communities);

private:
    void buildTree();
    void showOctets();
    void openTree();
    void chooseOctet(qint32 offset, bool isPlain);

    PacketTreeModel *m_model;
    QTreeView *m_tree;
    HexView *m_hex;
    QLabel *m_note;
    packettext::Communities m_communities = packettext::Communities::Masked;
};

} // namespace walkabout
