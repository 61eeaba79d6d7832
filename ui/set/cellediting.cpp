// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/cellediting.h"

#include "core/work/changesheet.h"
#include "ui/set/celleditor.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace walkabout {

namespace {

constexpr int LeastWidth = 300;
constexpr int MostWidth = 460;

} // namespace

CellEditing::CellEditing(QAbstractItemView &view, VarBindAt at, IsValue isValue, DeviceOf device, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_at(std::move(at))
    , m_isValue(std::move(isValue))
    , m_device(std::move(device)) {
    m_view.installEventFilter(this);
    for (const QScrollBar *bar : {m_view.horizontalScrollBar(), m_view.verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &CellEditing::place);
}

void CellEditing::setLibrary(Library::Pointer library) {
    end();
    m_describe = Describe(std::move(library));
}

bool CellEditing::isOpen() const { return !m_editor.isNull(); }

std::optional<VarBind> CellEditing::current() const {
    const QModelIndex index = m_view.currentIndex();
    return index.isValid() ? m_at(index) : std::nullopt;
}

bool CellEditing::isEditable(const VarBind &varBind) const {
    const OpenDevice *device = m_device();
    return device && device->isWritable() && m_describe.library()->nearest(varBind.oid).isWritable();
}

bool CellEditing::edit() {
    const std::optional<VarBind> varBind = current();
    OpenDevice *device = m_device();
    if (!varBind || !device)
        return false;
    const NodeRef object = m_describe.library()->nearest(varBind->oid);
    const bool isKnown = object.kind() == NodeKind::Scalar || object.kind() == NodeKind::Column;
    if (!device->isWritable())
        emit refused(Failure(Failure::Kind::ReadOnlyDevice, {device->device().label()}));
    else if (isKnown && !object.isWritable() && object.access() != Access::None)
        emit refused(Failure(Failure::Kind::NotWritable, {object.qualifiedName()}));
    else if (device->changes().isSending())
        emit refused(Failure(Failure::Kind::BadUsage,
            {tr("The sheet of %1 is on its way: wait for it.").arg(device->device().label())}));
    else
        open(*varBind);
    return true;
}

void CellEditing::open(const VarBind &varBind) {
    end();
    followModel();
    OpenDevice *device = m_device();
    const ChangeSheet::Entry *pending = device->changes().find(varBind.oid);
    // What is pending is amended; what stands there is known already.
    const Value start = pending ? pending->change.value : varBind.value;
    const std::optional<Value> before = pending ? std::nullopt : std::optional(varBind.value);
    m_cell = m_view.currentIndex();
    m_view.scrollTo(m_cell);
    m_editor
        = new CellEditor(m_describe, varBind.oid, start.isException() ? std::nullopt : std::optional(start), &m_view);
    connect(m_editor, &CellEditor::accepted, this,
        [this, sheet = QPointer(&device->changes()), before](const VarBind &change, bool send) {
            if (sheet)
                sheet->put(change, before);
            if (send)
                emit sendRequested();
        });
    connect(m_editor, &CellEditor::grown, this, &CellEditing::place, Qt::QueuedConnection);
    connect(m_editor, &CellEditor::left, this, &CellEditing::close);
    place();
    m_editor->show();
    m_editor->raise();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void CellEditing::place() {
    if (!m_editor)
        return;
    if (!m_cell.isValid())
        return end();
    const QRect cell = m_view.visualRect(m_cell);
    const QRect room = m_view.viewport()->rect();
    const int width = std::min(std::clamp(cell.width(), LeastWidth, MostWidth), room.width());
    const int height = std::max(m_editor->sizeHint().height(), m_editor->heightForWidth(width));
    // Over its cell, and never beyond the view: the last row has its message above the edge.
    QPoint at(std::clamp(cell.left(), 0, std::max(0, room.width() - width)), cell.top() - 2);
    at.setY(std::min(at.y(), std::max(0, room.height() - height)));
    m_editor->setGeometry(QRect(m_view.viewport()->mapTo(&m_view, at), QSize(width, height)));
    m_editor->setVisible(cell.intersects(room));
}

void CellEditing::close() {
    if (!m_editor)
        return;
    CellEditor *editor = m_editor;
    const bool hadFocus = editor->isAncestorOf(editor->window()->focusWidget());
    m_editor = nullptr;
    editor->disconnect(this);
    editor->hide();
    editor->deleteLater(); // its own signal may have brought us here
    if (hadFocus)
        m_view.setFocus();
    m_cell = QModelIndex();
    emit closed();
}

bool CellEditing::settle() { return !m_editor || m_editor->settle(); }

// There is no cell any more that it could stay open over.
void CellEditing::end() {
    if (!settle())
        close();
}

void CellEditing::beforeRowsMove(std::function<void()> what) {
    settle();
    whenClosed(std::move(what));
}

void CellEditing::followModel() {
    if (m_model == m_view.model())
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = m_view.model();
    // By an order that was asked for before: it goes along with its row.
    connect(m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        if (m_editor && !m_editor->isTouched())
            close();
    });
    connect(
        m_model, &QAbstractItemModel::layoutChanged, this,
        [this] {
            if (m_editor && m_cell.isValid())
                m_view.scrollTo(m_cell);
            place();
        },
        Qt::QueuedConnection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CellEditing::end);
    // The view lays its rows out a moment later.
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, change, this, &CellEditing::place, Qt::QueuedConnection);
}

void CellEditing::whenClosed(std::function<void()> what) {
    if (m_editor)
        connect(this, &CellEditing::closed, this, std::move(what), Qt::SingleShotConnection);
    else
        what();
}

bool CellEditing::press(int key, Qt::KeyboardModifiers modifiers) {
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter && (modifiers & ~Qt::KeypadModifier) == Qt::ControlModifier) {
        emit sendRequested();
        return true;
    }
    if (key == Qt::Key_F2)
        return edit();
    const QModelIndex index = m_view.currentIndex();
    const std::optional<VarBind> varBind = current();
    if ((modifiers & ~Qt::KeypadModifier) != Qt::NoModifier || !varBind || !m_isValue(index))
        return false;
    if (isEnter)
        return isEditable(*varBind) && edit();
    OpenDevice *device = m_device();
    if (key != Qt::Key_Delete || !device || !device->changes().find(varBind->oid))
        return false;
    device->changes().remove(varBind->oid);
    return true;
}

bool CellEditing::eventFilter(QObject *watched, QEvent *event) {
    if (watched == &m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (press(key->key(), key->modifiers()))
            return true;
    }
    if (watched == &m_view && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &CellEditing::place, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace walkabout
