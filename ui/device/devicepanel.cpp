// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicepanel.h"

#include "ui/device/devicemodel.h"
#include "ui/shared/icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QToolButton>
#include <QTreeView>

namespace walkabout {

DevicePanel::DevicePanel(DeviceModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_tree(new QTreeView(this)) {
    m_tree->setAccessibleName(tr("Devices"));
    m_tree->setObjectName(QStringLiteral("devices"));
    m_tree->setModel(&model);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(2, 2, 2, 2);
    buttons->setSpacing(0);
    const auto add = [this, buttons](Glyph glyph, const QString &text, auto ask) {
        auto *action = new QAction(icon(glyph), text, this);
        connect(action, &QAction::triggered, this, ask);
        m_tree->addAction(action);
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAccessibleName(text);
        button->setAutoRaise(true);
        buttons->addWidget(button);
        return action;
    };
    add(Glyph::Add, tr("Add device"), [this] { emit addRequested(); });
    QList<QAction *> onSaved;
    onSaved << add(Glyph::Edit, tr("Edit device"), [this] { emit editRequested(*current()); });
    onSaved << add(Glyph::Duplicate, tr("Duplicate device"), [this] { emit duplicateRequested(*current()); });
    onSaved << add(Glyph::Remove, tr("Remove device"), [this] { emit removeRequested(*current()); });
    buttons->addStretch();

    const auto follow = [this, onSaved] {
        const Device *device = current();
        for (QAction *action : onSaved)
            action->setEnabled(device && device->kind != Device::Kind::Demo);
    };
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, follow);
    connect(m_tree, &QTreeView::activated, this,
        [this](const QModelIndex &index) { emit chosen(m_model.deviceAt(index.row())); });
    follow();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_tree);
}

const Device *DevicePanel::current() const {
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() ? &m_model.deviceAt(index.row()) : nullptr;
}

} // namespace walkabout
