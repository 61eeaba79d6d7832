// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/sourcefinder.h"

#include <QPlainTextEdit>

#include <algorithm>

namespace walkabout {

namespace {

constexpr qsizetype SourceSlice = 200'000; // some ms

} // namespace

SourceFinder::SourceFinder(QPlainTextEdit &view, QObject *parent)
    : Finder(parent)
    , m_view(view) {
    connect(&m_timer, &QTimer::timeout, this, &SourceFinder::slice);
}

QWidget &SourceFinder::view() const { return m_view; }

void SourceFinder::setText(const QString &text) {
    stop();
    m_all = text;
}

void SourceFinder::find(const QString &text, bool forward, bool onwards) {
    const QTextCursor cursor = m_view.textCursor();
    m_wanted = text;
    m_forward = forward;
    m_wrapped = false;
    m_start = cursor.selectionStart();
    if (onwards && forward && cursor.hasSelection())
        ++m_start;
    if (!forward && !onwards)
        m_start = cursor.selectionEnd();
    m_start = std::min(m_start, m_all.size());
    m_at = m_start;
    m_timer.start(0);
    slice();
}

// A slice overlaps the next by what is wanted, so that nothing is cut in two.
void SourceFinder::slice() {
    const QStringView all = m_all;
    const qsizetype size = m_forward ? std::min(SourceSlice, all.size() - m_at) : std::min(SourceSlice, m_at);
    const qsizetype begin = m_forward ? m_at : m_at - size;
    // Backwards: it begins before m_at; forward: it begins at m_at or behind.
    const QStringView part = all.sliced(begin, std::min(size + m_wanted.size() - 1, all.size() - begin));
    const qsizetype found = m_forward ? part.indexOf(m_wanted, 0, Qt::CaseInsensitive)
                                      : part.lastIndexOf(m_wanted, -1, Qt::CaseInsensitive);
    if (found >= 0) {
        end(begin + found);
        return;
    }
    m_at = m_forward ? begin + size : begin;
    const bool atEnd = m_forward ? m_at >= all.size() : m_at <= 0;
    if (m_wrapped && (atEnd || (m_forward ? m_at > m_start : m_at < m_start))) {
        end(-1);
    } else if (atEnd) {
        m_wrapped = true;
        m_at = m_forward ? 0 : all.size();
    }
}

void SourceFinder::end(qsizetype found) {
    stop();
    if (found >= 0) {
        QTextCursor cursor(m_view.document());
        cursor.setPosition(int(found));
        cursor.setPosition(int(found + m_wanted.size()), QTextCursor::KeepAnchor);
        m_view.setTextCursor(cursor);
    }
    emit ended(found < 0 ? Outcome::NotThere : m_wrapped ? Outcome::Wrapped : Outcome::Found);
}

} // namespace walkabout
