// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/sourcedocument.h"

#include "ui/mib/sourceruns.h"
#include "ui/shared/palette.h"

#include <QFontMetricsF>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace walkabout {

namespace {

using Formats = QList<QTextLayout::FormatRange>;

Tint sourceTint(SourceRun::Kind kind) {
    switch (kind) {
    case SourceRun::Keyword: return Tint::Accent;
    case SourceRun::String: return Tint::Good;
    case SourceRun::Comment: break;
    }
    return Tint::Dim;
}

Formats coloursOf(const QTextBlock &block, const std::vector<SourceRun> &runs, size_t &next, const QPalette &palette) {
    Formats formats;
    for (; next < runs.size() && runs[next].begin < block.position() + block.length(); ++next) {
        QTextLayout::FormatRange range;
        range.start = int(runs[next].begin - block.position());
        range.length = int(runs[next].size);
        range.format.setForeground(tint(palette, sourceTint(runs[next].kind)));
        formats.append(range);
    }
    return formats;
}

/// From its column to the end of the word there; the line's text where it has no column, or nothing stands behind it.
QTextLayout::FormatRange underline(
    const Diagnostic &diagnostic, const QString &line, const SourceText &source, const QPalette &palette) {
    qsizetype begin = diagnostic.column > 0 ? source.place(line, diagnostic.column) : line.size();
    qsizetype end = begin;
    while (end < line.size() && !line[end].isSpace())
        ++end;
    if (end == begin) {
        end = line.size();
        begin = std::ranges::find_if_not(line, [](QChar c) { return c.isSpace(); }) - line.begin();
    }
    QTextLayout::FormatRange range;
    range.start = int(begin);
    range.length = int(end - begin);
    range.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    const bool isError = diagnostic.severity == Diagnostic::Severity::Error;
    range.format.setUnderlineColor(tint(palette, isError ? Tint::Bad : Tint::Warning));
    return range;
}

} // namespace

SourceDocument SourceDocument::make(const Order &order) {
    SourceDocument made{SourceText::read(order.file), std::make_shared<QTextDocument>()};
    QTextDocument &document = *made.document;
    document.setUndoRedoEnabled(false);
    document.setDocumentLayout(new QPlainTextDocumentLayout(&document));
    document.setDefaultFont(order.font);
    // As the view wants it: it lays out all lines anew where it has to change this.
    QTextOption option = document.defaultTextOption();
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(8 * QFontMetricsF(order.font).horizontalAdvance(u' '));
    document.setDefaultTextOption(option);
    document.setPlainText(made.source.text);
    const std::vector<SourceRun> runs = sourceRuns(made.source.text);
    size_t next = 0;
    auto diagnostic = order.diagnostics.begin(); // by line
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        Formats formats = coloursOf(block, runs, next, order.palette);
        const int line = block.blockNumber() + 1;
        for (; diagnostic != order.diagnostics.end() && diagnostic->line <= line; ++diagnostic) {
            if (diagnostic->line == line)
                formats.append(underline(*diagnostic, block.text(), made.source, order.palette));
        }
        if (!formats.isEmpty())
            block.layout()->setFormats(formats);
    }
    document.moveToThread(order.thread);
    return made;
}

} // namespace walkabout
