// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"

#include <QHash>
#include <QPlainTextEdit>

#include <memory>

namespace walkabout {

/// A MIB text to read, with line numbers and a mark where a diagnostic stands.
class SourceEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit SourceEdit(QWidget *parent = nullptr);
    ~SourceEdit() override;

    /// For a text to be filled in on a thread that takes it: as this view lays out its lines, so that it need not do so
    /// once they are many.
    [[nodiscard]] std::shared_ptr<QTextDocument> blank();
    void setSource(const std::shared_ptr<QTextDocument> &document, const QList<Diagnostic> &diagnostics);
    /// Lines count from 1; the line is marked and brought into view.
    void goTo(int line, qsizetype place = 0);
    [[nodiscard]] int line() const { return textCursor().blockNumber() + 1; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Margin;
    void paintMargin(const QRect &area);
    void fitMargin(int lines);
    void markLine();
    static void letGo(std::shared_ptr<QTextDocument> document);

    Margin *m_margin;
    std::unique_ptr<QPlainTextEdit> m_first = std::make_unique<QPlainTextEdit>(); // never seen
    std::shared_ptr<QTextDocument> m_document;
    QHash<int, Diagnostic::Severity> m_marks; // the worst of each line
};

} // namespace walkabout
