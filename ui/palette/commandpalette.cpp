// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/commandpalette.h"

#include "ui/palette/palettedelegate.h"
#include "ui/shared/fonts.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace walkabout {

namespace {

constexpr int Widest = 680;
constexpr int FromTop = 44;
constexpr int MostRows = 18;

} // namespace

CommandPalette::CommandPalette(Settings &settings, QWidget *window)
    : QFrame(window)
    , m_memory(settings)
    , m_model(new PaletteModel(this))
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_said(new QLabel(this)) {
    setAccessibleName(tr("Command palette"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    m_line->setAccessibleName(tr("Palette"));
    m_line->setPlaceholderText(tr("Object, table, device, action or setting; > for actions alone, @ for devices"));
    m_line->installEventFilter(this);
    m_list->setAccessibleName(tr("Palette offers"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps it: typing goes on
    m_said->setForegroundRole(QPalette::PlaceholderText);
    m_said->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_said);
    hide();
    window->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_enters.reset();
        m_model->look(text);
    });
    connect(m_model, &PaletteModel::found, this, &CommandPalette::showFound);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::showCurrent);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row(), false); });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            hide();
    });
}

// The focus goes elsewhere once more while a widget that has it is destroyed.
CommandPalette::~CommandPalette() { disconnect(qApp, nullptr, this, nullptr); }

void CommandPalette::open(QList<PaletteEntry> things, const QString &device) {
    m_before = QApplication::focusWidget();
    m_model->setThings(std::move(things), m_memory.used(), device);
    const QSignalBlocker quiet(m_line);
    m_line->clear();
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_model->look({});
}

void CommandPalette::dismiss() {
    if (!isVisible())
        return;
    m_model->cancel();
    m_enters.reset();
    // First: else the focus would wander to the next control when this hides.
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
}

void CommandPalette::place() {
    const QSize room = parentWidget()->size();
    const int width = qMin(Widest, room.width() - 32);
    const int rows = qBound(1, m_model->rowCount(), MostRows);
    m_list->setFixedHeight(rows * (rowHeight(font()) + 2) + 2 * m_list->frameWidth());
    layout()->activate();
    const int height = qMin(sizeHint().height(), room.height() - FromTop - 16);
    setGeometry((room.width() - width) / 2, FromTop, width, height);
}

void CommandPalette::showFound() {
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_said->setText(isEmpty ? tr("Nothing is called so. Fewer letters find more; an address after @ opens that device.")
                            : tr("Enter does it, Ctrl+Enter asks the device for an object, Esc closes"));
    m_list->setCurrentIndex({});
    step(1);
    place();
    if (m_enters)
        enter(*m_enters);
}

// Headings are passed over.
void CommandPalette::step(int by) {
    const int rows = m_model->rowCount();
    int at = m_list->currentIndex().row();
    int left = qAbs(by);
    for (int to = at + (by > 0 ? 1 : -1); to >= 0 && to < rows && left > 0; to += by > 0 ? 1 : -1) {
        if (!m_model->entry(to))
            continue;
        at = to;
        --left;
    }
    if (at < 0)
        return;
    m_list->setCurrentIndex(m_model->index(at));
    m_list->scrollTo(m_model->index(at > 0 && !m_model->entry(at - 1) ? at - 1 : at));
}

// The focus stays in the line: it tells what Enter would do.
void CommandPalette::showCurrent() {
    m_line->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent changed(m_line, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void CommandPalette::enter(bool asks) {
    if (m_model->isWaiting()) {
        m_enters = asks;
        return;
    }
    m_enters.reset();
    choose(m_list->currentIndex().row(), asks);
}

void CommandPalette::choose(int row, bool asks) {
    const PaletteEntry *offered = m_model->entry(row);
    if (!offered)
        return;
    if (!offered->isEnabled) {
        m_said->setText(tr("%1 cannot be done now.").arg(offered->text));
        return;
    }
    const PaletteEntry entry = *offered;
    m_memory.use(entry.id);
    dismiss();
    emit chosen(entry, asks);
}

bool CommandPalette::pressed(int key, Qt::KeyboardModifiers modifiers) {
    switch (key) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_PageDown: step(MostRows - 2); return true;
    case Qt::Key_PageUp: step(2 - MostRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: enter(modifiers.testFlag(Qt::ControlModifier)); return true;
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_line)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // before the window stops what runs
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    return pressed(press->key(), press->modifiers()) || QFrame::eventFilter(watched, event);
}

} // namespace walkabout
