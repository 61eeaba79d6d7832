// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/oid.h"

#include <algorithm>

namespace walkabout {

std::optional<Oid> Oid::parse(QStringView text) {
    if (text.startsWith(u'.'))
        text = text.mid(1);
    if (text.isEmpty())
        return std::nullopt;
    Oid oid;
    quint64 part = 0;
    bool digits = false;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            part = part * 10 + (c.unicode() - u'0');
            if (part > 0xffffffffU)
                return std::nullopt;
            digits = true;
        } else if (c == u'.' && digits) {
            oid.append(Part(part));
            part = 0;
            digits = false;
        } else {
            return std::nullopt;
        }
        if (oid.size() >= MaxLength)
            return std::nullopt;
    }
    if (!digits)
        return std::nullopt;
    oid.append(Part(part));
    return oid;
}

bool Oid::startsWith(const Oid &prefix) const {
    return size() >= prefix.size() && std::equal(prefix.m_parts.begin(), prefix.m_parts.end(), m_parts.begin());
}

Oid Oid::first(qsizetype n) const { return Oid(parts().first(size_t(std::clamp<qsizetype>(n, 0, size())))); }

Oid Oid::mid(qsizetype n) const { return Oid(parts().subspan(size_t(std::clamp<qsizetype>(n, 0, size())))); }

Oid Oid::operator+(Part part) const {
    Oid sum = *this;
    sum.append(part);
    return sum;
}

Oid Oid::operator+(const Oid &suffix) const {
    Oid sum = *this;
    sum.append(suffix.parts());
    return sum;
}

QString Oid::toString() const {
    QString text;
    text.reserve(size() * 4);
    for (const Part part : m_parts) {
        if (!text.isEmpty())
            text += u'.';
        text += QString::number(part);
    }
    return text;
}

std::strong_ordering operator<=>(const Oid &a, const Oid &b) {
    return std::lexicographical_compare_three_way(
        a.m_parts.begin(), a.m_parts.end(), b.m_parts.begin(), b.m_parts.end());
}

} // namespace walkabout
