// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/sourceedit.h"

#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QTextOption>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

/// The line numbers, left of the text; the edit paints them.
class SourceEdit::Margin final : public QWidget {
public:
    explicit Margin(SourceEdit &edit)
        : QWidget(&edit)
        , m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_edit.paintMargin(event->rect()); }

private:
    SourceEdit &m_edit;
};

SourceEdit::SourceEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new Margin(*this)) {
    setAccessibleName(tr("MIB source"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    m_first->setLineWrapMode(QPlainTextEdit::NoWrap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setFont(monospaced());
    setTabStopDistance(8 * fontMetrics().horizontalAdvance(u' '));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &SourceEdit::markLine);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int scrolled) {
        if (scrolled != 0)
            m_margin->scroll(0, scrolled);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    fitMargin(blockCount());
}

SourceEdit::~SourceEdit() = default;

// A long document takes its time to go.
void SourceEdit::letGo(std::shared_ptr<QTextDocument> document) {
    if (!document)
        return;
    document->moveToThread(nullptr);
    QThreadPool::globalInstance()->start([gone = std::move(document)]() mutable { gone.reset(); });
}

std::shared_ptr<QTextDocument> SourceEdit::blank() {
    auto document = std::make_shared<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get()));
    document->setDefaultFont(font());
    QTextOption option = document->defaultTextOption();
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(tabStopDistance());
    document->setDefaultTextOption(option);
    // The first view of a document decides its width and lays out all lines for it; a second one of the same width
    // takes it as it is.
    m_first->viewport()->resize(viewport()->size());
    m_first->setDocument(document.get());
    m_first->setDocument(nullptr);
    document->moveToThread(nullptr);
    return document;
}

void SourceEdit::setSource(const std::shared_ptr<QTextDocument> &document, const QList<Diagnostic> &diagnostics) {
    m_marks.clear();
    for (const Diagnostic &diagnostic : diagnostics) {
        Diagnostic::Severity &mark = m_marks[diagnostic.line];
        mark = std::max(mark, diagnostic.severity);
    }
    setDocument(document.get());
    letGo(std::exchange(m_document, document));
    fitMargin(blockCount());
    markLine();
    m_margin->update();
}

void SourceEdit::goTo(int line, qsizetype place) {
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + int(std::min<qsizetype>(place, block.length() - 1)));
    setTextCursor(cursor);
    centerCursor();
    markLine();
}

void SourceEdit::fitMargin(int lines) {
    const qsizetype digits = std::max<qsizetype>(QString::number(lines).size(), 3);
    const int width = fontMetrics().horizontalAdvance(u'9') * int(digits + 3);
    setViewportMargins(width, 0, 0, 0);
    m_margin->setGeometry(contentsRect().x(), contentsRect().y(), width, contentsRect().height());
}

void SourceEdit::paintMargin(const QRect &area) {
    QPainter painter(m_margin);
    painter.setFont(font());
    painter.fillRect(area, palette().color(QPalette::AlternateBase));
    const int sign = fontMetrics().horizontalAdvance(u'9');
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top <= area.bottom(); block = block.next()) {
        const qreal height = blockBoundingRect(block).height();
        const QRectF number(0, top, m_margin->width() - sign, height);
        const auto mark = m_marks.constFind(block.blockNumber() + 1);
        painter.setPen(tint(palette(), Tint::Dim));
        if (mark != m_marks.constEnd()) {
            const bool isError = *mark == Diagnostic::Severity::Error;
            painter.setPen(tint(palette(), isError ? Tint::Bad : Tint::Warning));
            // A shape besides the colour.
            painter.drawText(QRectF(0, top, 2 * sign, height), Qt::AlignCenter, isError ? u"✕"_s : u"!"_s);
        }
        painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        top += height;
    }
}

void SourceEdit::markLine() {
    QTextEdit::ExtraSelection line;
    line.cursor = textCursor();
    line.cursor.clearSelection();
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.format.setBackground(tint(palette(), Tint::NoticeBack));
    setExtraSelections({line});
}

void SourceEdit::resizeEvent(QResizeEvent *event) {
    QPlainTextEdit::resizeEvent(event);
    m_margin->resize(m_margin->width(), contentsRect().height());
}

void SourceEdit::changeEvent(QEvent *event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && document())
        markLine();
}

} // namespace walkabout
