// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/filterrow.h"

#include "core/work/namedobject.h"

#include <algorithm>
#include <string_view>

namespace walkabout {

namespace {

constexpr qsizetype UsualRowBytes = 256;

char foldedByte(char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

std::string_view viewOf(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

} // namespace

QByteArray ResultFilter::Row::foldedWord(const QString &word) {
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    QByteArray folded = std::ranges::all_of(word, isAscii) ? word.toLatin1() : QByteArray();
    fold(folded);
    return folded;
}

bool ResultFilter::Row::isFoundIn(const QByteArray &text, const QByteArray &word) {
    return viewOf(text).find(viewOf(word)) != std::string_view::npos;
}

void ResultFilter::Row::fold(QByteArray &bytes) { std::ranges::transform(bytes, bytes.begin(), foldedByte); }

void ResultFilter::Row::appendValue(
    QByteArray &to, const VarBind &varBind, const NamedObject &object, const Describe &describe) {
    const bool isNamed = describe.interfaces() && object.refers() != Refers::Nothing;
    if (isNamed || !object.text().appendSimple(to, varBind.value))
        to += describe.value(varBind).toUtf8();
}

// No QString on the way of what most rows are: a million are looked through.
void ResultFilter::Row::appendTexts(QByteArray &to) const {
    to.reserve(UsualRowBytes);
    const NamedObject &object = m_describe.object(m_varBind.oid);
    object.appendName(to, m_varBind.oid);
    to += '\n';
    appendValue(to, m_varBind, object, m_describe);
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
        fold(m_folded);
    }
    if (isFoundIn(m_folded, folded))
        return true;
    // Numbers in brackets say what the name says, unless brackets are looked for.
    const bool hasBracket = folded.contains('[') || folded.contains(']');
    const NamedObject &object = m_describe.object(m_varBind.oid);
    if (!hasBracket && object.isPlainlyIndexed(m_describe.interfaces().get()))
        return false;
    if (m_typed.isEmpty()) {
        object.appendTypedName(m_typed, m_varBind.oid, m_describe.interfaces().get());
        fold(m_typed);
    }
    return isFoundIn(m_typed, folded);
}

QString ResultFilter::Row::text() const {
    QByteArray bytes;
    appendTexts(bytes);
    bytes += '\n';
    m_describe.object(m_varBind.oid).appendTypedName(bytes, m_varBind.oid, m_describe.interfaces().get());
    return QString::fromUtf8(bytes);
}

} // namespace walkabout
