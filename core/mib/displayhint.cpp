// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/displayhint.h"

#include "core/base/bytes.h"
#include "core/mib/octetspec.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace walkabout::displayhint {

namespace {

constexpr int MostDecimals = 64; // "d-5000" is no way to write a number
constexpr qsizetype LongestText = 1 << 20; // a repeat count of 255 for every octet must not fill the memory
constexpr qsizetype WidestNumber = 8; // octets of one d or o field

struct IntegerHint {
    int radix = 10;
    int decimals = 0;
};

std::optional<IntegerHint> integerHint(QStringView hint) {
    if (hint == u"x")
        return IntegerHint{16};
    if (hint == u"o")
        return IntegerHint{8};
    if (hint == u"b")
        return IntegerHint{2};
    if (hint == u"d")
        return IntegerHint{10};
    if (!hint.startsWith(u"d-"))
        return std::nullopt;
    bool ok = false;
    const int decimals = hint.mid(2).toInt(&ok);
    if (!ok || decimals < 0 || decimals > MostDecimals)
        return std::nullopt;
    return IntegerHint{10, decimals};
}

quint64 bigEndian(QByteArrayView octets) {
    quint64 number = 0;
    for (const char octet : octets)
        number = number << 8 | quint8(octet);
    return number;
}

bool appendNumber(QByteArray &text, QByteArrayView octets, int radix) {
    while (octets.size() > 1 && octets.front() == '\0')
        octets = octets.sliced(1);
    if (octets.size() <= WidestNumber) {
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), bigEndian(octets), radix).ptr;
        text.append(digits.data(), end - digits.data());
        return true;
    }
    if (radix != 16)
        return false;
    text += QByteArray::number(quint8(octets.front()), 16);
    text += octets.sliced(1).toByteArray().toHex();
    return true;
}

bool appendField(QByteArray &text, QByteArrayView octets, const OctetSpec &spec) {
    if (spec.isText()) {
        text += octets;
        return true;
    }
    return appendNumber(text, octets, spec.radix());
}

void appendMark(QByteArray &text, QChar mark) {
    if (mark.unicode() < 0x80)
        text += mark.toLatin1();
    else
        text += QString(mark).toUtf8();
}

// One application of a specification; false: it does not fit.
bool appendSpec(QByteArray &text, QByteArrayView &rest, const OctetSpec &spec) {
    qsizetype repeat = 1;
    if (spec.repeats) {
        repeat = quint8(rest.front());
        rest = rest.sliced(1);
    }
    for (qsizetype i = 0; i < repeat && !rest.isEmpty(); ++i) {
        const qsizetype length = std::min(spec.length, rest.size());
        if (length > 0 && !appendField(text, rest.first(length), spec))
            return false;
        rest = rest.sliced(length);
        const bool beforeTerminator = i + 1 == repeat && !spec.terminator.isNull();
        if (!spec.separator.isNull() && !rest.isEmpty() && !beforeTerminator)
            appendMark(text, spec.separator);
        if (length == 0)
            break;
    }
    if (!spec.terminator.isNull() && !rest.isEmpty())
        appendMark(text, spec.terminator);
    return text.size() <= LongestText;
}

} // namespace

std::optional<QString> formatInteger(qint64 value, QStringView hint) {
    const auto form = integerHint(hint);
    if (!form)
        return std::nullopt;
    if (form->decimals == 0)
        return QString::number(value, form->radix);
    const bool negative = value < 0;
    QString digits = QString::number(value);
    if (negative)
        digits.remove(0, 1);
    digits = digits.rightJustified(form->decimals + 1, u'0');
    digits.insert(digits.size() - form->decimals, u'.');
    return negative ? u'-' + digits : digits;
}

std::optional<qint64> parseInteger(QStringView text, QStringView hint) {
    const auto form = integerHint(hint);
    text = text.trimmed();
    if (!form || text.isEmpty())
        return std::nullopt;
    QString digits = text.toString();
    if (form->decimals > 0) {
        const qsizetype point = digits.indexOf(u'.');
        const qsizetype given = point < 0 ? 0 : digits.size() - point - 1;
        if (given > form->decimals || point == digits.size() - 1)
            return std::nullopt;
        if (point >= 0)
            digits.remove(point, 1);
        digits += QString(form->decimals - given, u'0');
    } else if (form->radix == 16 && digits.startsWith(QStringLiteral("0x"), Qt::CaseInsensitive)) {
        digits.remove(0, 2);
    }
    if (digits.startsWith(u'+') || digits.contains(u' '))
        return std::nullopt;
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok, form->radix);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<QString> formatOctets(QByteArrayView octets, QStringView hint) {
    return formatOctets(octets, OctetSpec::read(hint));
}

std::optional<QString> formatOctets(QByteArrayView octets, const QList<OctetSpec> &specs) {
    if (specs.isEmpty())
        return std::nullopt;
    QByteArray text;
    text.reserve(octets.size() * 4);
    qsizetype used = 0;
    while (!octets.isEmpty()) {
        const qsizetype before = octets.size();
        const bool last = used >= specs.size() - 1;
        if (!appendSpec(text, octets, specs[std::min(used, specs.size() - 1)]))
            return std::nullopt;
        if (last && octets.size() == before)
            return std::nullopt; // a zero width would never end
        ++used;
    }
    return bytes::printableText(text);
}

} // namespace walkabout::displayhint
