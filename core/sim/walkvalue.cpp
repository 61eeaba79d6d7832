// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/walkvalue.h"

#include "core/sim/recordedtext.h"
#include "core/sim/walkname.h"
#include "core/sim/walkstring.h"

#include <algorithm>
#include <array>
#include <utility>

namespace walkabout {

namespace {

enum class Form { Number, Ticks, String, Hex, Bits, Name, Address, NetworkAddress, Opaque, Nothing };

struct TypeWord {
    QByteArrayView word; // as printed before the colon
    Form form = Form::Nothing;
    Value::Type type = Value::Type::Null;
};

constexpr std::array<TypeWord, 22> typeWords = {{
    {"INTEGER", Form::Number, Value::Type::Integer32},
    {"Integer32", Form::Number, Value::Type::Integer32},
    {"Counter32", Form::Number, Value::Type::Counter32},
    {"Counter", Form::Number, Value::Type::Counter32},
    {"Gauge32", Form::Number, Value::Type::Gauge32},
    {"Gauge", Form::Number, Value::Type::Gauge32},
    {"Unsigned32", Form::Number, Value::Type::Gauge32},
    {"UInteger32", Form::Number, Value::Type::Gauge32},
    {"Counter64", Form::Number, Value::Type::Counter64},
    {"Timeticks", Form::Ticks, Value::Type::TimeTicks},
    {"STRING", Form::String, Value::Type::OctetString},
    {"Hex-STRING", Form::Hex, Value::Type::OctetString},
    {"Hex", Form::Hex, Value::Type::OctetString},
    {"BITS", Form::Bits, Value::Type::OctetString},
    {"OID", Form::Name, Value::Type::ObjectIdentifier},
    {"IpAddress", Form::Address, Value::Type::IpAddress},
    {"Network Address", Form::NetworkAddress, Value::Type::IpAddress},
    {"NetworkAddress", Form::NetworkAddress, Value::Type::IpAddress},
    {"NsapAddress", Form::Hex, Value::Type::NsapAddress},
    {"Opaque", Form::Opaque, Value::Type::Opaque},
    {"OPAQUE", Form::Opaque, Value::Type::Opaque},
    {"NULL", Form::Nothing, Value::Type::Null},
}};

constexpr std::array<QByteArrayView, 4> noValues
    = {"No Such Object", "No Such Instance", "No more variables", "End of MIB"};

// The type word before the colon (some tools print two colons) and what follows it.
std::pair<const TypeWord *, QByteArrayView> leadingType(QByteArrayView text) {
    const qsizetype colon = text.indexOf(':');
    const QByteArrayView word = text.first(colon < 0 ? text.size() : colon).trimmed();
    const auto found = std::ranges::find(typeWords, word, &TypeWord::word);
    if (found == typeWords.end() || (colon < 0 && found->form != Form::Nothing))
        return {nullptr, {}};
    QByteArrayView rest = colon < 0 ? QByteArrayView() : text.sliced(colon + 1);
    if (rest.startsWith(':'))
        rest = rest.sliced(1);
    return {&*found, rest.startsWith(' ') ? rest.sliced(1) : rest};
}

// "Wrong Type (should be Gauge32 or Unsigned32): INTEGER: 161": what came on the wire follows.
QByteArrayView withoutComplaint(QByteArrayView text) {
    if (!text.startsWith("Wrong Type (should be "))
        return text;
    const qsizetype end = text.indexOf("): ");
    return end < 0 ? text : text.sliced(end + 3);
}

// The part of a value that stands in quotes, from the opening quote on.
std::optional<QByteArrayView> quotedPart(QByteArrayView text) {
    if (text.startsWith('"'))
        return text;
    const auto [type, rest] = leadingType(text);
    return type && type->form == Form::String && rest.startsWith('"') ? std::optional(rest) : std::nullopt;
}

// "up(1)", "1", "12.5" (a d-1 hint), "0x1f" (an x hint), "100 seconds" (units).
std::optional<Value> number(Value::Type type, QByteArrayView text) {
    QByteArray word = text.trimmed().toByteArray();
    if (word.endsWith(')')) {
        word = word.mid(word.lastIndexOf('(') + 1);
        word.chop(1);
    } else if (const qsizetype space = word.indexOf(' '); space > 0) {
        word.truncate(space);
    }
    if (word.startsWith("0x"))
        return RecordedText::number(type, word.sliced(2), 16);
    if (word.count('.') == 1)
        word.remove(word.indexOf('.'), 1);
    return RecordedText::number(type, word);
}

std::optional<Value> ticks(QByteArrayView text) {
    const qsizetype open = text.indexOf('(');
    const qsizetype close = text.indexOf(')');
    if (open >= 0)
        return close > open ? RecordedText::number(Value::Type::TimeTicks, text.sliced(open + 1, close - open - 1))
                            : std::nullopt;
    return RecordedText::number(Value::Type::TimeTicks, text);
}

// "Float: 1.5", "Double: 1.5", "Int64: -5", "UInt64: 5", or octets in hex.
std::optional<Value> opaque(QByteArrayView text) {
    const qsizetype colon = text.indexOf(": ");
    const QByteArrayView word = text.first(std::max<qsizetype>(colon, 0));
    const QByteArray rest = text.sliced(colon < 0 ? 0 : colon + 2).trimmed().toByteArray();
    bool ok = false;
    std::optional<Value> value;
    if (word == "Float")
        value = Value::opaqueFloat(rest.toFloat(&ok));
    else if (word == "Double")
        value = Value::opaqueDouble(rest.toDouble(&ok));
    else if (word == "Int64")
        value = Value::opaqueInteger64(rest.toLongLong(&ok));
    else if (word == "UInt64" || word == "Counter64")
        value = Value::opaqueUnsigned64(rest.toULongLong(&ok));
    else if (const auto octets = WalkString::readHex(rest))
        return RecordedText::opaque(*octets);
    return ok ? value : std::nullopt;
}

std::optional<Value> ofType(const TypeWord &type, QByteArrayView text, const Recording::Names &names) {
    std::optional<QByteArray> octets;
    switch (type.form) {
    case Form::Number: return number(type.type, text);
    case Form::Ticks: return ticks(text);
    case Form::Address: return RecordedText::ipAddress(text);
    case Form::Opaque: return opaque(text);
    case Form::Nothing: return Value();
    case Form::Name:
        if (const auto oid = WalkName::resolve(text, names))
            return Value::oid(*oid);
        return std::nullopt;
    case Form::String: octets = WalkString::read(text); break;
    case Form::Hex: octets = WalkString::readHex(text); break;
    case Form::Bits: octets = WalkString::readBits(text); break;
    case Form::NetworkAddress: octets = WalkString::readNetworkAddress(text); break;
    }
    if (!octets)
        return std::nullopt;
    if (type.type == Value::Type::IpAddress)
        return Value::ipAddress(*octets);
    return type.type == Value::Type::NsapAddress ? Value::nsap(*octets) : Value::octets(*octets);
}

// "(8640123) 1 day, 0:00:01.23"
QByteArray ticks(quint64 hundredths) {
    const quint64 days = hundredths / 8'640'000;
    QByteArray text = '(' + QByteArray::number(hundredths) + ") ";
    if (days > 0)
        text += QByteArray::number(days) + (days == 1 ? " day, " : " days, ");
    const auto two = [](quint64 number) { return QByteArray::number(number).rightJustified(2, '0'); };
    return text + QByteArray::number(hundredths / 360'000 % 24) + ':' + two(hundredths / 6'000 % 60) + ':'
        + two(hundredths / 100 % 60) + '.' + two(hundredths % 100);
}

} // namespace

std::optional<Value> WalkValue::read(QByteArrayView text, const Recording::Names &names, QString &reason) {
    text = withoutComplaint(text);
    if (std::ranges::any_of(noValues, [&](QByteArrayView words) { return text.startsWith(words); })) {
        reason = tr("there was no value: %1").arg(QString::fromUtf8(text.trimmed()));
        return std::nullopt;
    }
    if (text.startsWith('"')) {
        if (const auto octets = WalkString::read(text))
            return Value::octets(*octets);
        reason = tr("the text is cut off");
        return std::nullopt;
    }
    // -Ot prints time ticks as a bare number.
    if (auto bare = RecordedText::number(Value::Type::TimeTicks, text))
        return bare;
    const auto [type, rest] = leadingType(text);
    if (!type) {
        reason = text.trimmed().isEmpty() ? tr("the line is cut off") : tr("no known type stands before the value");
        return std::nullopt;
    }
    auto value = ofType(*type, rest, names);
    if (!value) {
        const bool unknownName = type->form == Form::Name && !rest.trimmed().isEmpty();
        reason = unknownName ? tr("nobody knows the name \"%1\"").arg(QString::fromUtf8(rest.trimmed()))
                             : RecordedText::badValue(QString::fromLatin1(type->word));
    }
    return value;
}

bool WalkValue::begins(QByteArrayView text) {
    text = withoutComplaint(text);
    return text.startsWith('"') || leadingType(text).first
        || std::ranges::any_of(noValues, [&](QByteArrayView words) { return text.startsWith(words); })
        || RecordedText::number(Value::Type::TimeTicks, text);
}

bool WalkValue::opensString(QByteArrayView text) { return quotedPart(withoutComplaint(text)).has_value(); }

bool WalkValue::isOpenString(QByteArrayView text) {
    const auto quoted = quotedPart(withoutComplaint(text));
    return quoted && WalkString::isOpen(*quoted);
}

bool WalkValue::continues(QByteArrayView text, QByteArrayView nextLine) {
    text = withoutComplaint(text);
    if (opensString(text))
        return isOpenString(text);
    const auto [type, rest] = leadingType(text);
    if (!type)
        return false;
    if (type->form == Form::String)
        return !nextLine.startsWith('#') && !nextLine.startsWith("End of MIB");
    const bool isHex = type->form == Form::Hex || type->form == Form::Bits || type->form == Form::Opaque;
    return isHex && !nextLine.trimmed().isEmpty() && WalkString::readHex(nextLine);
}

QByteArray WalkValue::write(const Value &value) {
    switch (value.type()) {
    case Value::Type::Integer32: return "INTEGER: " + QByteArray::number(value.toSigned());
    case Value::Type::Counter32: return "Counter32: " + QByteArray::number(value.toUnsigned());
    case Value::Type::Gauge32: return "Gauge32: " + QByteArray::number(value.toUnsigned());
    case Value::Type::Counter64: return "Counter64: " + QByteArray::number(value.toUnsigned());
    case Value::Type::TimeTicks: return "Timeticks: " + ticks(value.toUnsigned());
    case Value::Type::OctetString: return WalkString::write(value.octets());
    case Value::Type::ObjectIdentifier: return "OID: ." + value.toOid().toString().toLatin1();
    case Value::Type::IpAddress: return "IpAddress: " + RecordedText::dotted(value.octets());
    case Value::Type::NsapAddress: return "NsapAddress: " + value.octets().toHex(' ').toUpper();
    case Value::Type::Opaque: return "OPAQUE: " + value.octets().toHex(' ').toUpper();
    case Value::Type::OpaqueFloat: return "Opaque: Float: " + QByteArray::number(value.toDouble(), 'g', 9);
    case Value::Type::OpaqueDouble: return "Opaque: Double: " + QByteArray::number(value.toDouble(), 'g', 17);
    case Value::Type::OpaqueInteger64: return "Opaque: Int64: " + QByteArray::number(value.toSigned());
    case Value::Type::OpaqueUnsigned64: return "Opaque: UInt64: " + QByteArray::number(value.toUnsigned());
    default: return "NULL";
    }
}

} // namespace walkabout
