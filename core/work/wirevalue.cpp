// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/wirevalue.h"

#include "core/base/bytes.h"
#include "core/work/typedoctets.h"
#include "core/work/typedvalue.h"

#include <QRegularExpression>

#include <algorithm>

namespace walkabout::wirevalue {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Change", text); }

TypeInfo plain(BaseType base) {
    TypeInfo type;
    type.base = base;
    return type;
}

ReadValue signed64(QStringView text) {
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? ReadValue(Value::opaqueInteger64(number)) : ReadValue::wants(tr("a signed number of 64 bits"));
}

ReadValue unsigned64(QStringView text) {
    bool ok = false;
    const quint64 number = text.toULongLong(&ok);
    return ok ? ReadValue(Value::opaqueUnsigned64(number)) : ReadValue::wants(tr("an unsigned number of 64 bits"));
}

ReadValue floating(QStringView text, bool isDouble) {
    bool ok = false;
    const QByteArray digits = text.toLatin1();
    if (isDouble) {
        const double number = digits.toDouble(&ok);
        return ok ? ReadValue(Value::opaqueDouble(number)) : ReadValue::wants(tr("a decimal number"));
    }
    const float number = digits.toFloat(&ok);
    return ok ? ReadValue(Value::opaqueFloat(number)) : ReadValue::wants(tr("a decimal number"));
}

// Decimal octets, or positions of bits: numbers between dots, spaces or commas.
std::optional<QList<qint64>> numbers(QStringView text, qint64 most) {
    static const QRegularExpression gap(u"[\\s,.]+"_s);
    QList<qint64> found;
    for (const QString &part : text.toString().split(gap, Qt::SkipEmptyParts)) {
        bool ok = false;
        const qint64 number = part.toLongLong(&ok);
        if (!ok || number < 0 || number > most)
            return std::nullopt;
        found.append(number);
    }
    return found;
}

ReadValue decimalOctets(QStringView text) {
    const auto found = numbers(text, 255);
    if (!found)
        return ReadValue::wants(tr("octets as numbers from 0 to 255 between dots or spaces"));
    QByteArray octets;
    for (const qint64 number : *found)
        octets.append(char(number));
    return Value::octets(octets);
}

ReadValue bitPositions(QStringView text, const TypeInfo &type) {
    if (type.base == BaseType::Bits)
        return typedoctets::bits(text, type);
    constexpr qint64 Most = 65535 * 8 - 1;
    const auto found = numbers(text, Most);
    if (!found)
        return ReadValue::wants(tr("positions of bits, between commas or spaces"));
    if (found->isEmpty())
        return Value::octets({});
    return Value::octets(typedoctets::withBits(*found, std::ranges::max(*found)));
}

} // namespace

ReadValue read(QStringView text, QChar letter, const Library &library, const TypeInfo &type) {
    switch (letter.unicode()) {
    case u'i':
        if (!type.enums.isEmpty() && type.base == BaseType::Integer32) {
            if (const auto number = typedvalue::labelled(text, type))
                return Value::integer(qint32(*number));
        }
        return typedvalue::read(text, plain(BaseType::Integer32), library);
    case u'u':
    case u'3': return typedvalue::read(text, plain(BaseType::Unsigned32), library);
    case u'c': return typedvalue::read(text, plain(BaseType::Counter32), library);
    case u'C': return typedvalue::read(text, plain(BaseType::Counter64), library);
    case u't': return typedvalue::read(text, plain(BaseType::TimeTicks), library);
    case u'a': return typedvalue::read(text, plain(BaseType::IpAddress), library);
    case u'o': return typedvalue::read(text, plain(BaseType::ObjectIdentifier), library);
    case u's': return Value::octets(text.toUtf8());
    case u'x': {
        const auto octets = bytes::fromHex(text);
        return octets ? ReadValue(Value::octets(*octets)) : ReadValue::wants(tr("pairs of hex digits"));
    }
    case u'd': return decimalOctets(text);
    case u'b': return bitPositions(text, type);
    case u'n': return text.isEmpty() ? ReadValue(Value()) : ReadValue::wants(tr("nothing: a NULL has no value"));
    case u'U': return unsigned64(text);
    case u'I': return signed64(text);
    case u'F': return floating(text, false);
    case u'D': return floating(text, true);
    default: break;
    }
    return ReadValue::wants(tr("“%1” is no type; the types are = i u c C t a o s x d b n U I F D").arg(letter));
}

} // namespace walkabout::wirevalue
