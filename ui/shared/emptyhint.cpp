// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/emptyhint.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>

namespace walkabout {

namespace {

constexpr int HintMargin = 16;

} // namespace

EmptyHint::EmptyHint(QAbstractItemView &view, std::function<QString()> text)
    : QLabel(&view)
    , m_view(view)
    , m_text(std::move(text)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setForegroundRole(QPalette::PlaceholderText);
    setFont(QApplication::font());
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setMargin(HintMargin);
    setMinimumSize(1, 1);
    view.viewport()->installEventFilter(this);
    const QAbstractItemModel *model = view.model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyHint::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyHint::follow);
    connect(model, &QAbstractItemModel::layoutChanged, this, &EmptyHint::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &EmptyHint::follow);
    follow();
}

void EmptyHint::follow() {
    const bool isEmpty = m_view.model()->rowCount() == 0;
    setText(isEmpty ? m_text() : QString());
    setVisible(isEmpty);
    m_view.setAccessibleDescription(text());
    place();
}

void EmptyHint::place() { setGeometry(m_view.viewport()->geometry()); }

bool EmptyHint::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QLabel::eventFilter(watched, event);
}

} // namespace walkabout
