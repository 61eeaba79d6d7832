// SPDX-License-Identifier: GPL-3.0-or-later
// The two parts of the panel; changepanel.cpp has what they do.
#include "ui/set/cellediting.h"
#include "ui/set/changepanel.h"
#include "ui/set/donemodel.h"
#include "ui/set/pendingmodel.h"
#include "ui/shared/cellcopy.h"
#include "ui/shared/namebutton.h"
#include "ui/shared/palette.h"
#include "ui/shared/rowlist.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

#include <initializer_list>

namespace walkabout {

namespace {

QToolButton *buttonOf(QAction *action, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->toolTip());
    return button;
}

// A sentence below or above rows, as long as it is: no window becomes wider by it.
void asSentence(QLabel &label, const QString &name) {
    label.setAccessibleName(name);
    label.setTextFormat(Qt::PlainText);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
    label.setWordWrap(true);
    label.setMargin(4);
    label.hide();
}

void asList(QTableView &view, QAbstractItemModel *model, const QString &name, std::initializer_list<int> widths) {
    view.setModel(model);
    view.setAccessibleName(name);
    asRowList(view);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.horizontalHeader()->setStretchLastSection(true);
    const int letter = view.fontMetrics().averageCharWidth();
    int column = 0;
    for (const int width : widths)
        view.horizontalHeader()->resizeSection(column++, width * letter);
}

} // namespace

QAction *ChangePanel::add(const QString &text, const QString &tip, const QKeySequence &key, QWidget *in) {
    auto *action = new QAction(text, in);
    action->setToolTip(tip);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    in->addAction(action);
    return action;
}

QWidget *ChangePanel::buildPending() {
    auto *part = new QWidget(m_parts);
    asList(*m_sheet, m_pending, tr("Pending changes"), {44, 28, 18, 18, 14});
    m_editing = new CellEditing(
        *m_sheet, [this](const QModelIndex &index) { return m_pending->changeAt(index); },
        [](const QModelIndex &index) { return index.column() == PendingModel::After; },
        [this] { return m_device.data(); }, this);
    connect(m_editing, &CellEditing::refused, this, &ChangePanel::refused);
    connect(m_editing, &CellEditing::sendRequested, m_send, &QAction::trigger);
    connect(m_sheet, &QAbstractItemView::doubleClicked, this, &ChangePanel::edit);

    auto *remove = add(tr("Remove"), tr("Take the chosen changes off the sheet"), QKeySequence::Delete, m_sheet);
    auto *up = add(tr("Up"), tr("Send the chosen changes earlier"), QKeySequence(Qt::ALT | Qt::Key_Up), m_sheet);
    auto *down = add(tr("Down"), tr("Send the chosen changes later"), QKeySequence(Qt::ALT | Qt::Key_Down), m_sheet);
    auto *clear = add(tr("Clear"), tr("Clear the sheet"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete), m_sheet);
    auto *copy = add(tr("Copy"), tr("Copy the chosen rows"), QKeySequence::Copy, m_sheet);
    connect(remove, &QAction::triggered, this, &ChangePanel::removeChosen);
    connect(up, &QAction::triggered, this, [this] { moveChosen(-1); });
    connect(down, &QAction::triggered, this, [this] { moveChosen(1); });
    connect(clear, &QAction::triggered, this, [this] {
        if (m_device)
            m_device->changes().clear();
    });
    connect(copy, &QAction::triggered, this, [this] { copyCells(*m_sheet); });
    m_sheetActions = {remove, up, down, clear};
    m_sheet->setContextMenuPolicy(Qt::ActionsContextMenu);

    asSentence(*m_warning, tr("Warning"));
    QPalette colours = m_warning->palette();
    colours.setColor(QPalette::WindowText, tint(colours, Tint::Warning));
    m_warning->setPalette(colours);
    asSentence(*m_message, tr("Sheet message"));
    m_elsewhere->setAccessibleName(tr("Pending on other devices"));
    m_elsewhere->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    // A device's name is as long as it is: the button gives way, not the window.
    m_button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_button->setMinimumWidth(m_button->fontMetrics().averageCharWidth() * 16);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 3, 4, 3);
    line->setSpacing(4);
    line->addWidget(m_button);
    for (QAction *action : std::as_const(m_sheetActions))
        line->addWidget(buttonOf(action, part));
    line->addWidget(m_elsewhere, 1);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_warning);
    layout->addWidget(m_sheet, 1);
    layout->addWidget(m_message);
    layout->addLayout(line);
    return part;
}

QWidget *ChangePanel::buildDone() {
    auto *part = new QWidget(m_parts);
    asList(*m_log, m_done, tr("Changes done"), {14, 18, 30, 20, 20});
    m_undo = add(tr("Undo"), tr("Put the values before of the chosen changes on the sheet"), QKeySequence::Undo, m_log);
    auto *copy = add(tr("Copy"), tr("Copy the chosen changes"), QKeySequence::Copy, m_log);
    connect(m_undo, &QAction::triggered, this, &ChangePanel::undoChosen);
    connect(copy, &QAction::triggered, this, [this] { copyCells(*m_log); });
    m_log->setContextMenuPolicy(Qt::ActionsContextMenu);
    asSentence(*m_undone, tr("Undo message"));
    const auto enable = [this, copy] {
        const bool any = m_log->selectionModel()->hasSelection();
        m_undo->setEnabled(any);
        copy->setEnabled(any);
    };
    connect(m_log->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    enable();

    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 3, 4, 3);
    line->setSpacing(4);
    line->addWidget(buttonOf(m_undo, part));
    line->addWidget(buttonOf(copy, part));
    line->addStretch();
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_log, 1);
    layout->addWidget(m_undone);
    layout->addLayout(line);
    return part;
}

} // namespace walkabout
