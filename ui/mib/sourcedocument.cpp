// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/sourcedocument.h"

#include "ui/mib/sourceruns.h"
#include "ui/shared/palette.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QThread>

#include <algorithm>

namespace walkabout {

namespace {

constexpr int LinesAround = 150;

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
    SourceDocument made{SourceText::read(order.file), order.document};
    QTextDocument &document = *made.document;
    document.moveToThread(QThread::currentThread());
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
    // The lines that are shown at once are laid out, a window of them to either side.
    QTextBlock block = document.findBlockByNumber(std::max(order.line - 1 - LinesAround, 0));
    for (int i = 0; i < 2 * LinesAround && block.isValid(); ++i, block = block.next())
        (void)document.documentLayout()->blockBoundingRect(block);
    document.moveToThread(order.thread);
    return made;
}

} // namespace walkabout
