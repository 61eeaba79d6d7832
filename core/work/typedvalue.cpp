// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/typedvalue.h"

#include "core/mib/addresstext.h"
#include "core/mib/displayhint.h"
#include "core/work/objectname.h"
#include "core/work/timetext.h"
#include "core/work/typedoctets.h"

#include <algorithm>
#include <limits>

namespace walkabout::typedvalue {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Most32 = std::numeric_limits<quint32>::max();

QString tr(const char *text) { return QCoreApplication::translate("Change", text); }

QString rangesText(const QList<Range> &ranges) {
    QStringList parts;
    for (const Range &range : ranges) {
        const auto bound = [&range](qint64 number) {
            return range.isUnsigned ? QString::number(quint64(number)) : QString::number(number);
        };
        parts.append(
            range.low == range.high ? bound(range.low) : tr("%1 to %2").arg(bound(range.low), bound(range.high)));
    }
    return parts.join(tr(" or "));
}

bool within(qint64 number, const QList<Range> &ranges) {
    return ranges.isEmpty() || std::ranges::any_of(ranges, [number](const Range &range) {
        return number >= range.low && number <= range.high;
    });
}

ReadValue integer(QStringView text, const TypeInfo &type, qint64 low, qint64 high, Value (*make)(qint64)) {
    if (!type.enums.isEmpty()) {
        const auto number = labelled(text, type);
        return number ? make(*number) : ReadValue::wants(tr("one of %1").arg(labels(type)));
    }
    const QList<Range> ranges = type.ranges.isEmpty() ? QList<Range>{{low, high}} : type.ranges;
    std::optional<qint64> number;
    if (!type.displayHint.isEmpty()) {
        number = displayhint::parseInteger(text, type.displayHint);
    } else {
        bool ok = false;
        const qint64 plain = text.toLongLong(&ok);
        if (ok)
            number = plain;
    }
    if (number && *number >= low && *number <= high && within(*number, ranges))
        return make(*number);
    if (type.displayHint.isEmpty() || type.displayHint == u"d")
        return ReadValue::wants(tr("a number from %1").arg(rangesText(ranges)));
    return ReadValue::wants(tr("a number from %1, written by the hint “%2”").arg(rangesText(ranges), type.displayHint));
}

Value toInteger(qint64 number) { return Value::integer(qint32(number)); }
Value toGauge(qint64 number) { return Value::gauge32(quint32(number)); }
Value toCounter(qint64 number) { return Value::counter32(quint32(number)); }

ReadValue counter64(QStringView text) {
    bool ok = false;
    const quint64 number = text.toULongLong(&ok);
    return ok ? ReadValue(Value::counter64(number)) : ReadValue::wants(tr("a number from 0 to 18446744073709551615"));
}

ReadValue objectIdentifier(QStringView text, const Library &library) {
    const auto object = ObjectName::parse(text, library);
    if (!object)
        return ReadValue::wants(tr("an object identifier or its name"));
    return Value::oid(object->oid);
}

} // namespace

std::optional<qint64> labelled(QStringView text, const TypeInfo &type) {
    const auto named = [&type](QStringView label) { return std::ranges::find(type.enums, label, &EnumItem::label); };
    auto item = named(text);
    if (item == type.enums.end() && text.endsWith(u')')) {
        const qsizetype open = text.indexOf(u'(');
        item = open < 0 ? item : named(text.first(open));
        if (item != type.enums.end() && text.mid(open + 1).chopped(1) != QString::number(item->number))
            return std::nullopt;
    }
    if (item != type.enums.end())
        return item->number;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    const bool known = ok && std::ranges::find(type.enums, number, &EnumItem::number) != type.enums.end();
    return known ? std::optional(number) : std::nullopt;
}

QString labels(const TypeInfo &type) {
    constexpr qsizetype Most = 20;
    QStringList found;
    for (const EnumItem &item : type.enums.first(std::min(Most, type.enums.size())))
        found.append(item.label + u'(' + QString::number(item.number) + u')');
    if (type.enums.size() > Most)
        found.append(u"…"_s);
    return found.join(u", "_s);
}

ReadValue read(QStringView text, const TypeInfo &type, const Library &library) {
    const bool octets = type.base == BaseType::OctetString; // there a space is a character
    const QStringView trimmed = octets ? text : text.trimmed();
    switch (type.base) {
    case BaseType::Integer32:
        return integer(
            trimmed, type, std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max(), toInteger);
    case BaseType::Unsigned32:
    case BaseType::Gauge32: return integer(trimmed, type, 0, Most32, toGauge);
    case BaseType::Counter32: return integer(trimmed, type, 0, Most32, toCounter);
    case BaseType::Counter64: return counter64(trimmed);
    case BaseType::TimeTicks: {
        const auto ticks = TimeText::readTicks(trimmed);
        return ticks ? ReadValue(Value::timeTicks(*ticks))
                     : ReadValue::wants(tr("a time in hundredths of a second, or as 12d 03:04:05"));
    }
    case BaseType::IpAddress:
    case BaseType::NetworkAddress: {
        const auto address = addresstext::parse(trimmed, addresstext::IPv4);
        return address ? ReadValue(*Value::ipAddress(*address))
                       : ReadValue::wants(tr("an IPv4 address such as 192.0.2.1"));
    }
    case BaseType::ObjectIdentifier: return objectIdentifier(trimmed, library);
    case BaseType::Bits: return typedoctets::bits(trimmed, type);
    case BaseType::OctetString: return typedoctets::octets(text, type);
    case BaseType::Opaque:
    case BaseType::NsapAddress: return typedoctets::hex(trimmed, type.base);
    case BaseType::None:
    case BaseType::Sequence: break;
    }
    return ReadValue::wants(tr("its module gives it no type; write one, as in OBJECT=i:5"));
}

} // namespace walkabout::typedvalue
