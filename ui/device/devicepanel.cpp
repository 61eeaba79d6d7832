// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicepanel.h"

#include "ui/device/devicemodel.h"
#include "ui/shared/icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace walkabout {

DevicePanel::DevicePanel(DeviceModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_tree(new QTreeView(this))
    , m_together(new QToolButton(this)) {
    m_tree->setAccessibleName(tr("Devices"));
    m_tree->setObjectName(QStringLiteral("devices"));
    m_tree->setModel(&model);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
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
    m_onSaved << add(Glyph::Edit, tr("Edit device"), [this] { emit editRequested(*current()); });
    m_onSaved << add(Glyph::Duplicate, tr("Duplicate device"), [this] { emit duplicateRequested(*current()); });
    m_onSaved << add(Glyph::Remove, tr("Remove device"), [this] { emit removeRequested(*current()); });
    buttons->addStretch();
    addTogether(*buttons);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DevicePanel::follow);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DevicePanel::follow);
    connect(m_tree, &QTreeView::activated, this,
        [this](const QModelIndex &index) { emit chosen(m_model.deviceAt(index.row())); });
    follow();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_tree);
}

void DevicePanel::addTogether(QLayout &buttons) {
    m_together->setText(tr("Ask Together"));
    m_together->setAccessibleName(tr("Ask Together"));
    m_together->setToolTip(tr("Ask all selected devices at once for what stands in Address (Ctrl+Shift+G)"));
    m_together->setIcon(icon(Glyph::Get));
    m_together->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_together->setAutoRaise(true);
    m_together->setMinimumWidth(fontMetrics().averageCharWidth() * 8); // on a small screen its words give way first
    m_together->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(m_together);
    const std::pair<Verb, QString> verbs[]
        = {{Verb::Get, tr("Get")}, {Verb::Next, tr("Next")}, {Verb::Bulk, tr("Bulk")}, {Verb::Walk, tr("Walk")}};
    for (const auto &[verb, name] : verbs)
        connect(menu->addAction(name), &QAction::triggered, this,
            [this, which = verb] { emit togetherRequested(selected(), which); });
    m_together->setMenu(menu);
    connect(m_together, &QToolButton::clicked, this, [this] { emit togetherRequested(selected(), {}); });
    buttons.addWidget(m_together);
}

void DevicePanel::follow() {
    const Device *device = current();
    const qsizetype several = m_tree->selectionModel()->selectedRows().size();
    for (QAction *action : std::as_const(m_onSaved))
        action->setEnabled(device && device->kind != Device::Kind::Demo && several < 2);
    m_together->setEnabled(several > 1);
}

QList<Device> DevicePanel::selected() const {
    QList<int> rows;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows())
        rows += index.row();
    std::ranges::sort(rows);
    QList<Device> devices;
    for (const int row : std::as_const(rows))
        devices += m_model.deviceAt(row);
    return devices;
}

const Device *DevicePanel::current() const {
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() ? &m_model.deviceAt(index.row()) : nullptr;
}

} // namespace walkabout
