// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/celleditor.h"

#include "ui/set/valueeditor.h"
#include "ui/shared/palette.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace walkabout {

CellEditor::CellEditor(
    const Describe &describe, const Oid &instance, const std::optional<Value> &value, QWidget *parent)
    : QFrame(parent)
    , m_describe(describe)
    , m_instance(instance)
    , m_editor(ValueEditor::make(m_describe, instance, value, this))
    , m_message(new QLabel(this)) {
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("New value of %1").arg(m_describe.typedName(instance)));
    m_message->setAccessibleName(tr("Message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setFont(QApplication::font());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 3);
    layout->setSpacing(2);
    layout->addWidget(m_editor);
    layout->addWidget(m_message);
    setFocusProxy(m_editor);
    for (QWidget *part : findChildren<QWidget *>())
        part->installEventFilter(this);
    connect(m_editor, &ValueEditor::changed, this, [this] {
        m_isTouched = true;
        check();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) { followFocus(now); });
    check();
    m_first = m_change;
}

// The focus goes elsewhere once more while a widget that has it is destroyed.
CellEditor::~CellEditor() { disconnect(qApp, nullptr, this, nullptr); }

void CellEditor::check() {
    const Result<VarBind> change = m_editor->change(*m_describe.library(), m_instance);
    m_change = change ? std::optional(*change) : std::nullopt;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tint(colours, change ? Tint::Dim : Tint::Bad));
    m_message->setPalette(colours);
    if (change)
        m_message->setText(tr("Enter: onto the sheet · Ctrl+Enter: send · Esc: leave"));
    else if (change.failure().kind() == Failure::Kind::BadValue) // what was typed stands above
        m_message->setText(tr("Wanted: %1").arg(change.failure().arguments().value(2)));
    else
        m_message->setText(change.failure().text());
    emit grown();
}

void CellEditor::accept(bool send) {
    if (!m_change || m_isLeft)
        return;
    const VarBind change = *m_change;
    m_isLeft = true;
    emit accepted(change, send);
    emit left();
}

void CellEditor::leave() {
    if (!std::exchange(m_isLeft, true))
        emit left();
}

bool CellEditor::settle() {
    if (m_isTouched && !m_change && !m_isLeft)
        return false;
    if (m_isTouched && m_change != m_first)
        accept(false);
    else
        leave();
    return true;
}

// A list that drops down from a field of it, or another window, is no elsewhere.
void CellEditor::followFocus(const QWidget *now) {
    if (!now || !isVisible())
        return;
    for (const QWidget *at = now; at; at = at->parentWidget()) {
        if (at == this)
            return;
    }
    if (now->window() != window())
        return;
    // A click beside it, or on a header, is no reason to lose what was typed.
    if (now == parentWidget() && m_isTouched && !m_change) {
        QMetaObject::invokeMethod(this, qOverload<>(&CellEditor::setFocus), Qt::QueuedConnection);
        return;
    }
    if (m_change && m_change != m_first)
        accept(false);
    else
        leave();
}

bool CellEditor::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter && key->key() != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event);
    event->accept(); // also where the window has a shortcut of it
    if (event->type() == QEvent::KeyPress) {
        if (isEnter)
            accept(key->modifiers().testFlag(Qt::ControlModifier));
        else
            leave();
    }
    return true;
}

} // namespace walkabout
