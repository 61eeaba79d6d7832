// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/packet/hexview.h"

#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QTextBlock>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int OctetsInLine = 16;
constexpr qint32 MostOctets = 64 * 1024; // shown; a line of text has its price
constexpr int HexColumn = 6;
constexpr int LetterColumn = HexColumn + OctetsInLine * 3 + 2;

int hexColumn(int octet) { return HexColumn + octet * 3 + (octet >= OctetsInLine / 2 ? 1 : 0); }

/// The octet of a line that a column belongs to; -1: none.
int octetAt(int column) {
    if (column >= LetterColumn)
        return std::min(column - LetterColumn, OctetsInLine - 1);
    if (column < HexColumn)
        return 0;
    int octet = (column - HexColumn) / 3;
    if (column >= hexColumn(OctetsInLine / 2))
        octet = (column - HexColumn - 1) / 3;
    return std::min(octet, OctetsInLine - 1);
}

/// One flag an octet: a broken message may have many ranges.
std::vector<bool> flagsOf(const std::vector<OctetRange> &masked, qint32 size) {
    std::vector<bool> flags(size_t(size), false);
    for (const OctetRange &range : masked) {
        for (qint32 at = range.offset; at < std::min(size, range.offset + range.length); ++at)
            flags[size_t(at)] = true;
    }
    return flags;
}

} // namespace

HexView::HexView(QWidget *parent)
    : QPlainTextEdit(parent) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setFont(monospaced());
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &HexView::caretMoved);
}

void HexView::append(
    QString &text, Section &section, const QByteArray &octets, const std::vector<OctetRange> &masked) const {
    section.firstLine = int(text.count(u'\n'));
    section.size = std::min(qint32(octets.size()), MostOctets);
    static constexpr std::u16string_view digits = u"0123456789abcdef";
    const std::vector<bool> hidden = flagsOf(masked, section.size);
    text.reserve(text.size() + qsizetype(section.size / OctetsInLine + 2) * (LetterColumn + OctetsInLine + 1));
    for (qint32 from = 0; from < section.size; from += OctetsInLine) {
        QString line(LetterColumn, u' ');
        for (int place = 0; place < 4; ++place)
            line[place] = digits[quint32(from) >> (12U - 4U * quint32(place)) & 0xfU];
        for (int i = 0; i < OctetsInLine && from + i < section.size; ++i) {
            const qint32 at = from + i;
            const auto octet = quint8(octets[at]);
            const bool isHidden = hidden[size_t(at)];
            line[hexColumn(i)] = isHidden ? u'•' : digits[octet >> 4U];
            line[hexColumn(i) + 1] = isHidden ? u'•' : digits[octet & 0xfU];
            line += isHidden ? u'•' : octet >= 0x20 && octet < 0x7f ? char16_t(octet) : u'.';
        }
        text += line;
        text += u'\n';
    }
    if (section.size < octets.size())
        text += tr("the first %1 of %2 octets").arg(section.size).arg(octets.size()) + u'\n';
}

void HexView::show(const QByteArray &message, const QByteArray &plain, const std::vector<OctetRange> &masked) {
    m_isMarking = true;
    QString text;
    m_sections = {};
    append(text, m_sections[0], message, masked);
    if (!plain.isEmpty()) {
        text += tr("decrypted:") + u'\n';
        append(text, m_sections[1], plain, {});
    }
    text.chop(1);
    setPlainText(text);
    m_marked = {};
    setExtraSelections({});
    m_isMarking = false;
}

void HexView::mark(qint32 offset, qint32 length, bool isPlain) {
    m_marked = {offset, length};
    m_markedPlain = isPlain;
    paintMark();
    const Section &section = m_sections[isPlain ? 1 : 0];
    if (offset >= section.size || hasFocus())
        return;
    m_isMarking = true;
    const QTextBlock line = document()->findBlockByNumber(section.firstLine + offset / OctetsInLine);
    QTextCursor caret(line);
    caret.setPosition(line.position() + std::min(hexColumn(offset % OctetsInLine), line.length() - 1));
    setTextCursor(caret);
    m_isMarking = false;
}

void HexView::paintMark() {
    const Section &section = m_sections[m_markedPlain ? 1 : 0];
    const qint32 from = m_marked.firstLine;
    const qint32 end = std::min(from + m_marked.size, section.size);
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(tint(palette(), Tint::NoticeBack));
    format.setForeground(tint(palette(), Tint::Accent));
    const auto add = [&](const QTextBlock &line, int first, int last) {
        QTextCursor cursor(document());
        cursor.setPosition(line.position() + std::min(first, line.length() - 1));
        cursor.setPosition(line.position() + std::min(last, line.length() - 1), QTextCursor::KeepAnchor);
        marks.append({cursor, format});
    };
    for (qint32 at = from; at < end;) {
        const int first = at % OctetsInLine;
        const int last = std::min(OctetsInLine - 1, first + end - at - 1);
        const QTextBlock line = document()->findBlockByNumber(section.firstLine + at / OctetsInLine);
        add(line, hexColumn(first), hexColumn(last) + 2);
        add(line, LetterColumn + first, LetterColumn + last + 1);
        at += last - first + 1;
    }
    setExtraSelections(marks);
}

void HexView::caretMoved() {
    if (m_isMarking || !hasFocus())
        return;
    const QTextCursor caret = textCursor();
    for (const bool isPlain : {false, true}) {
        const Section &section = m_sections[isPlain ? 1 : 0];
        const int line = caret.blockNumber() - section.firstLine;
        const qint32 octet = line * OctetsInLine + octetAt(caret.positionInBlock());
        if (line >= 0 && octet < section.size) {
            emit octetChosen(octet, isPlain);
            return;
        }
    }
}

void HexView::changeEvent(QEvent *event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMark();
}

} // namespace walkabout
