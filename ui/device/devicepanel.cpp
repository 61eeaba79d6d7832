// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicepanel.h"

#include "core/store/devicegroup.h"
#include "ui/device/devicetreemodel.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace walkabout {

DevicePanel::DevicePanel(DeviceTreeModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_move(new QMenu(tr("&Move to Group"), this))
    , m_together(new QToolButton(this)) {
    m_search->setAccessibleName(tr("Search devices"));
    m_search->setPlaceholderText(tr("Name, address, group or notes"));
    addClearButton(m_search);
    m_tree->setAccessibleName(tr("Devices"));
    m_tree->setObjectName(QStringLiteral("devices"));
    m_tree->setModel(&model);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setDragEnabled(true);
    m_tree->setAcceptDrops(true);
    m_tree->setDropIndicatorShown(true);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->installEventFilter(this);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(2, 2, 2, 2);
    buttons->setSpacing(0);
    addDevices(*buttons);
    addGroups(*buttons);
    buttons->addStretch();
    addTogether(*buttons);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DevicePanel::follow);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DevicePanel::follow);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const Device *device = m_model.deviceAt(index))
            emit chosen(*device);
    });
    connect(m_search, &QLineEdit::textChanged, this, &DevicePanel::filter);
    connect(&model, &DeviceTreeModel::renameRequested, this, &DevicePanel::groupRenameRequested);
    connect(&model, &DeviceTreeModel::moveRequested, this, &DevicePanel::moveRequested);
    // A group is open until a person closes it.
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &group, int first, int last) {
        m_tree->expand(group);
        for (int row = first; row <= last; ++row)
            m_tree->expandRecursively(m_model.index(row, 0, group));
    });
    m_tree->expandAll();
    follow();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_search);
    layout->addWidget(m_tree);
}

QAction *DevicePanel::add(const QString &text) {
    auto *action = new QAction(text, this);
    m_tree->addAction(action);
    return action;
}

QAction *DevicePanel::addButton(QLayout &buttons, Glyph glyph, const QString &text) {
    QAction *action = add(text);
    action->setIcon(icon(glyph));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    buttons.addWidget(button);
    return action;
}

void DevicePanel::addDevices(QLayout &buttons) {
    connect(addButton(buttons, Glyph::Add, tr("Add device")), &QAction::triggered, this, &DevicePanel::addRequested);
    const auto onSaved = [&](Glyph glyph, const QString &text, void (DevicePanel::*ask)(const Device &)) {
        QAction *action = addButton(buttons, glyph, text);
        connect(action, &QAction::triggered, this, [this, ask] { emit(this->*ask)(*current()); });
        m_onSaved += action;
    };
    onSaved(Glyph::Edit, tr("Edit device"), &DevicePanel::editRequested);
    onSaved(Glyph::Duplicate, tr("Duplicate device"), &DevicePanel::duplicateRequested);
    onSaved(Glyph::Remove, tr("Remove device"), &DevicePanel::removeRequested);
    m_record = add(tr("&Record This Device…"));
    connect(m_record, &QAction::triggered, this, [this] { emit recordRequested(*current()); });
    connect(add(tr("&Paste as Device")), &QAction::triggered, this, &DevicePanel::pasteRequested);
}

void DevicePanel::addGroups(QLayout &buttons) {
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_tree->addAction(separator);
    m_tree->addAction(m_move->menuAction());
    m_move->setObjectName(QStringLiteral("moveToGroup"));
    connect(m_move, &QMenu::aboutToShow, this, &DevicePanel::fillMove);
    connect(addButton(buttons, Glyph::Folder, tr("New group")), &QAction::triggered, this,
        [this] { emit groupRequested(m_model.groupAt(m_tree->currentIndex())); });
    QAction *rename = add(tr("Re&name Group"));
    connect(rename, &QAction::triggered, this, [this] { nameGroup(m_model.groupAt(m_tree->currentIndex())); });
    QAction *removal = add(tr("Remove &Group"));
    connect(removal, &QAction::triggered, this,
        [this] { emit groupRemovalRequested(m_model.groupAt(m_tree->currentIndex())); });
    m_onGroup = {rename, removal};
}

void DevicePanel::fillMove() {
    m_move->clear();
    connect(m_move->addAction(tr("&None")), &QAction::triggered, this, [this] { moveSelected({}); });
    for (const QString &group : m_model.groups())
        connect(m_move->addAction(QString(group).replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this,
            [this, group] { moveSelected(group); });
}

void DevicePanel::moveSelected(const QString &into) {
    QList<QUuid> devices;
    QStringList groups;
    for (const QModelIndex &index : rows()) {
        if (const Device *device = m_model.deviceAt(index))
            devices += device->id;
        else
            groups += m_model.groupAt(index);
    }
    emit moveRequested(devices, groups, into);
}

void DevicePanel::addTogether(QLayout &buttons) {
    m_together->setText(tr("Ask Together"));
    m_together->setAccessibleName(tr("Ask Together"));
    m_together->setToolTip(
        tr("Ask all selected devices, or those of a group, at once for what stands in Address (Ctrl+Shift+G)"));
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
    const qsizetype several = rows().size();
    for (QAction *action : std::as_const(m_onSaved))
        action->setEnabled(device && device->kind != Device::Kind::Demo && several < 2);
    m_record->setEnabled(device && several < 2);
    for (QAction *action : std::as_const(m_onGroup))
        action->setEnabled(!device && m_tree->currentIndex().isValid() && several < 2);
    m_move->setEnabled(several > 0);
    m_together->setEnabled(selected().size() > 1);
}

void DevicePanel::filter(const QString &text) {
    m_model.setFilter(text);
    if (!text.isEmpty())
        m_tree->expandAll();
}

QModelIndexList DevicePanel::rows() const {
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::ranges::sort(rows, [this](const QModelIndex &a, const QModelIndex &b) {
        return m_tree->visualRect(a).y() < m_tree->visualRect(b).y();
    });
    return rows;
}

QList<Device> DevicePanel::selected() const {
    QList<Device> devices;
    for (const QModelIndex &index : rows()) {
        for (const Device &device : m_model.devicesAt(index)) {
            if (std::ranges::find(devices, device.id, &Device::id) == devices.end())
                devices += device;
        }
    }
    return devices;
}

void DevicePanel::nameGroup(const QString &group) {
    const QModelIndex index = m_model.indexOfGroup(group);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->setFocus();
    m_tree->edit(index);
}

// The window has a meaning for F2 too: here it names a group.
bool DevicePanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2
        && !m_model.groupAt(m_tree->currentIndex()).isEmpty())
        event->accept();
    return QWidget::eventFilter(watched, event);
}

const Device *DevicePanel::current() const {
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() ? m_model.deviceAt(index) : nullptr;
}

} // namespace walkabout
