// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/indextext.h"

#include "core/base/bytes.h"
#include "core/mib/addresstext.h"
#include "core/mib/convention.h"
#include "core/mib/displayhint.h"

#include <algorithm>

namespace walkabout::index {

using namespace Qt::StringLiterals;

namespace {

bool isIpAddress(const TypeInfo &type) {
    return type.base == BaseType::IpAddress || type.base == BaseType::NetworkAddress;
}

qint64 kindOf(const TypeInfo &type, qint64 before) {
    const qint64 own = convention::addressKind(type);
    return own != addresstext::Unknown ? own : before;
}

QString hexOf(QByteArrayView octets) { return u"0x"_s + bytes::toHex(octets, QChar()); }

QString textOfInteger(qint64 number, const TypeInfo &type) {
    const auto item = std::ranges::find(type.enums, number, &EnumItem::number);
    if (item != type.enums.end())
        return item->label;
    return displayhint::formatInteger(number, type.displayHint).value_or(QString::number(number));
}

QString textOfOctets(QByteArrayView octets, const TypeInfo &type, qint64 addressKind) {
    if (isIpAddress(type))
        return addresstext::format(octets, addresstext::IPv4).value_or(hexOf(octets));
    if (convention::isAddress(type))
        return addresstext::format(octets, kindOf(type, addressKind)).value_or(hexOf(octets));
    if (convention::isHardwareAddress(type))
        return octets.isEmpty() ? QString() : bytes::toHex(octets, u':');
    std::optional<QString> text;
    if (!type.displayHint.isEmpty())
        text = displayhint::formatOctets(octets, type.displayHint);
    else
        text = bytes::printableText(octets);
    // Only what reads back as these octets may stand for them.
    const auto back = text ? valueOf(*text, type, addressKind) : std::nullopt;
    return back && std::get<QByteArray>(*back) == octets ? *text : hexOf(octets);
}

std::optional<qint64> integerOf(QStringView text, const TypeInfo &type) {
    const auto item = std::ranges::find(type.enums, text, &EnumItem::label);
    if (item != type.enums.end())
        return item->number;
    if (!type.displayHint.isEmpty()) {
        if (const auto number = displayhint::parseInteger(text, type.displayHint))
            return number;
    }
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<QByteArray> octetsOf(QStringView text, const TypeInfo &type, qint64 addressKind) {
    if (isIpAddress(type))
        return addresstext::parse(text, addresstext::IPv4);
    if (text.startsWith(u"0x", Qt::CaseInsensitive)) {
        if (auto octets = bytes::fromHex(text))
            return octets;
    }
    if (convention::isAddress(type))
        return addresstext::parse(text, kindOf(type, addressKind));
    if (convention::isHardwareAddress(type))
        return text.isEmpty() ? QByteArray() : bytes::fromHex(text);
    if (!type.displayHint.isEmpty())
        return displayhint::parseOctets(text, type.displayHint);
    return text.toUtf8();
}

} // namespace

QString textOf(const IndexValue &value, qint64 addressKind) {
    if (const auto *number = std::get_if<qint64>(&value.value))
        return textOfInteger(*number, value.type);
    if (const auto *octets = std::get_if<QByteArray>(&value.value))
        return textOfOctets(*octets, value.type, addressKind);
    return std::get<Oid>(value.value).toString();
}

std::optional<std::variant<qint64, QByteArray, Oid>> valueOf(
    QStringView text, const TypeInfo &type, qint64 addressKind) {
    using Value = std::variant<qint64, QByteArray, Oid>;
    const auto as = [](auto found) { return found ? std::optional<Value>(*std::move(found)) : std::nullopt; };
    switch (type.base) {
    case BaseType::OctetString:
    case BaseType::Bits:
    case BaseType::Opaque:
    case BaseType::NsapAddress:
    case BaseType::IpAddress:
    case BaseType::NetworkAddress: return as(octetsOf(text, type, addressKind));
    case BaseType::ObjectIdentifier: return text.isEmpty() ? Value(Oid()) : as(Oid::parse(text));
    default: return as(integerOf(text, type));
    }
}

} // namespace walkabout::index
