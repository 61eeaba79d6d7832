// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/filterrow.h"

#include "core/work/namedobject.h"

#include <algorithm>
#include <string_view>

namespace walkabout {

namespace {

constexpr qsizetype UsualRowBytes = 256;

char foldedByte(char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

QByteArray foldedBytes(QByteArray bytes) {
    std::ranges::transform(bytes, bytes.begin(), foldedByte);
    return bytes;
}

std::string_view viewOf(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

} // namespace

QByteArray ResultFilter::Row::foldedWord(const QString &word) {
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    return std::ranges::all_of(word, isAscii) ? foldedBytes(word.toLatin1()) : QByteArray();
}

// No QString on the way of what most rows are: a million are looked through.
void ResultFilter::Row::appendTexts(QByteArray &to) const {
    to.reserve(UsualRowBytes);
    const NamedObject &object = m_describe.object(m_varBind.oid);
    object.appendName(to, m_varBind.oid);
    to += '\n';
    if (!object.text().appendSimple(to, m_varBind.value))
        to += value().toUtf8();
    to += '\n';
    appendDotted(to, m_varBind.oid.parts());
    to += '\n';
    if (!m_standing.device.isEmpty())
        to += m_standing.device.toUtf8();
}

bool ResultFilter::Row::contains(const QString &word, const QByteArray &folded) {
    if (folded.isEmpty())
        return text().contains(word, Qt::CaseInsensitive);
    if (m_folded.isEmpty()) {
        appendTexts(m_folded);
        std::ranges::transform(m_folded, m_folded.begin(), foldedByte);
    }
    if (viewOf(m_folded).find(viewOf(folded)) != std::string_view::npos)
        return true;
    // Numbers in brackets say what the name says, unless brackets are looked for.
    const bool hasBracket = folded.contains('[') || folded.contains(']');
    if (!hasBracket && m_describe.object(m_varBind.oid).isPlainlyIndexed())
        return false;
    if (m_typed.isEmpty())
        m_typed = foldedBytes(m_describe.typedName(m_varBind.oid).toUtf8());
    return viewOf(m_typed).find(viewOf(folded)) != std::string_view::npos;
}

QString ResultFilter::Row::text() const {
    QByteArray bytes;
    appendTexts(bytes);
    return QString::fromUtf8(bytes) + u'\n' + m_describe.typedName(m_varBind.oid);
}

} // namespace walkabout
