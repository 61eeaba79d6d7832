// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/textfinder.h"

#include <QTextBrowser>
#include <QTextDocument>

namespace walkabout {

QWidget &TextFinder::view() const { return m_view; }

void TextFinder::find(const QString &text, bool forward, bool onwards) {
    QTextCursor from = m_view.textCursor();
    if (!onwards)
        from.setPosition(from.selectionStart());
    const auto flags = forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward;
    const QTextDocument &document = *m_view.document();
    if (const QTextCursor found = document.find(text, from, flags); !found.isNull()) {
        m_view.setTextCursor(found);
        emit ended(Outcome::Found);
        return;
    }
    QTextCursor end(m_view.document());
    end.movePosition(forward ? QTextCursor::Start : QTextCursor::End);
    const QTextCursor found = document.find(text, end, flags);
    if (!found.isNull())
        m_view.setTextCursor(found);
    emit ended(found.isNull() ? Outcome::NotThere : Outcome::Wrapped);
}

} // namespace walkabout
