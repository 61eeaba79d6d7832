// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/commandtext.h"

#include "ui/shared/fonts.h"

#include <QScrollBar>
#include <QTextBlock>

#include <cmath>

namespace walkabout {

CommandText::CommandText(const QString &commands, QWidget *parent)
    : QPlainTextEdit(commands, parent) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap); // a line is a command
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFont(monospaced());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize CommandText::sizeHint() const {
    qreal height = 2 * document()->documentMargin() + 2 * frameWidth();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += blockBoundingRect(block).height();
    const int bar = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    return {fontMetrics().averageCharWidth() * 60, int(std::ceil(height)) + bar};
}

void CommandText::resizeEvent(QResizeEvent *event) {
    QPlainTextEdit::resizeEvent(event);
    updateGeometry(); // the bar comes and goes with the width
}

QSize CommandText::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 20, sizeHint().height()}; }

} // namespace walkabout
