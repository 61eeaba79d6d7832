// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/typedoctets.h"

#include "core/base/bytes.h"
#include "core/mib/addresstext.h"
#include "core/mib/convention.h"
#include "core/mib/displayhint.h"
#include "core/work/timetext.h"
#include "core/work/typedvalue.h"

#include <QRegularExpression>

#include <algorithm>

namespace walkabout::typedoctets {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Change", text); }

bool fits(qsizetype size, const QList<Range> &sizes) {
    return size <= 65535 && (sizes.isEmpty() || std::ranges::any_of(sizes, [size](const Range &range) {
        return size >= range.low && size <= range.high;
    }));
}

QString sizesText(const QList<Range> &sizes) {
    QStringList parts;
    for (const Range &range : sizes)
        parts.append(
            range.low == range.high ? QString::number(range.low) : tr("%1 to %2").arg(range.low).arg(range.high));
    return parts.isEmpty() ? tr("%1 to %2").arg(0).arg(65535) : parts.join(tr(" or "));
}

struct Reading {
    std::optional<QByteArray> octets;
    QString form; // what is accepted
};

Reading reading(QStringView text, const TypeInfo &type) {
    const QString &hint = type.displayHint;
    const bool isText = hint.endsWith(u'a') || hint.endsWith(u't');
    const bool isHex = !isText && text.startsWith(u"0x", Qt::CaseInsensitive);
    if (isHex) {
        if (auto octets = bytes::fromHex(text))
            return {octets, {}};
    }
    if (convention::isHardwareAddress(type))
        return {
            text.isEmpty() ? QByteArray() : bytes::fromHex(text), tr("a hardware address such as 00:1a:2b:3c:4d:5e")};
    if (convention::is(type, u"DateAndTime")) {
        auto octets = TimeText::readDate(text);
        return {
            octets ? octets : displayhint::parseOctets(text, hint), tr("a date such as 2026-11-22 03:04:05 +01:00")};
    }
    if (convention::isAddress(type)) {
        const qint64 kind = convention::addressKind(type);
        auto octets = addresstext::parse(text, kind);
        // An InetAddress may be a host name too.
        if (!octets && kind == addresstext::Unknown)
            octets = text.toUtf8();
        return {octets, tr("an address such as 192.0.2.1 or 2001:db8::1")};
    }
    if (isHex)
        return {std::nullopt, tr("pairs of hex digits behind 0x")};
    if (!hint.isEmpty() && !isText)
        return {displayhint::parseOctets(text, hint), tr("text by the hint “%1”, or hex as 0x00ff").arg(hint)};
    return {text.toUtf8(), tr("text")};
}

} // namespace

ReadValue octets(QStringView text, const TypeInfo &type) {
    const Reading found = reading(text, type);
    if (!found.octets)
        return ReadValue::wants(found.form);
    if (const auto wanted = wantedSize(found.octets->size(), type))
        return ReadValue::wants(*wanted);
    return Value::octets(*found.octets);
}

std::optional<QString> wantedSize(qsizetype size, const TypeInfo &type) {
    if (fits(size, type.sizes))
        return std::nullopt;
    return tr("it has %1 octets, wanted are %2").arg(QString::number(size), sizesText(type.sizes));
}

QByteArray withBits(const QList<qint64> &positions, qint64 highest) {
    QByteArray octets(qsizetype(highest / 8 + 1), '\0');
    for (const qint64 position : positions) {
        char &octet = octets[qsizetype(position / 8)];
        octet = char(quint8(octet) | 0x80U >> position % 8);
    }
    return octets;
}

ReadValue bits(QStringView text, const TypeInfo &type) {
    if (text.startsWith(u"0x", Qt::CaseInsensitive)) {
        const auto octets = bytes::fromHex(text);
        return octets ? ReadValue(Value::octets(*octets)) : ReadValue::wants(tr("pairs of hex digits behind 0x"));
    }
    static const QRegularExpression gap(u"[\\s,]+"_s);
    QList<qint64> positions;
    for (const QString &part : text.toString().split(gap, Qt::SkipEmptyParts)) {
        const auto position = typedvalue::labelled(part, type);
        if (!position)
            return ReadValue::wants(tr("any of %1").arg(typedvalue::labels(type)));
        positions.append(*position);
    }
    qint64 highest = 0;
    for (const EnumItem &item : type.enums)
        highest = std::clamp<qint64>(item.number, highest, 65535 * 8 - 1);
    return Value::octets(withBits(positions, highest));
}

ReadValue hex(QStringView text, BaseType base) {
    const auto octets = bytes::fromHex(text);
    if (!octets)
        return ReadValue::wants(tr("pairs of hex digits"));
    return base == BaseType::Opaque ? Value::opaque(*octets) : Value::nsap(*octets);
}

} // namespace walkabout::typedoctets
