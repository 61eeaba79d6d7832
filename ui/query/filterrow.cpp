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
void ResultFilter::Row::makeBytes() {
    if (!m_bytes.isEmpty())
        return;
    m_bytes.reserve(UsualRowBytes);
    const NamedObject &object = m_describe.object(m_varBind.oid);
    object.appendName(m_bytes, m_varBind.oid);
    m_bytes += '\n';
    if (!object.text().appendSimple(m_bytes, m_varBind.value))
        m_bytes += value().toUtf8();
    m_bytes += '\n';
    appendDotted(m_bytes, m_varBind.oid.parts());
    m_bytes += '\n';
    if (!m_standing.device.isEmpty())
        m_bytes += m_standing.device.toUtf8();
}

bool ResultFilter::Row::contains(const QString &word, const QByteArray &folded) {
    if (folded.isEmpty())
        return text().contains(word, Qt::CaseInsensitive);
    if (m_folded.isEmpty()) {
        makeBytes();
        m_folded = foldedBytes(m_bytes);
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

QString ResultFilter::Row::text() {
    makeBytes();
    return QString::fromUtf8(m_bytes) + u'\n' + m_describe.typedName(m_varBind.oid);
}

} // namespace walkabout
