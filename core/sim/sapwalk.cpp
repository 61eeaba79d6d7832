// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sapwalk.h"

#include "core/sim/recordedtext.h"

#include <algorithm>
#include <array>

namespace walkabout {

namespace {

struct SapType {
    QByteArrayView word;
    Value::Type type = Value::Type::Null;
};

constexpr std::array<SapType, 12> sapTypes = {{{"Integer", Value::Type::Integer32},
    {"OctetString", Value::Type::OctetString}, {"ObjectID", Value::Type::ObjectIdentifier},
    {"IpAddress", Value::Type::IpAddress}, {"Counter", Value::Type::Counter32}, {"Counter32", Value::Type::Counter32},
    {"Gauge", Value::Type::Gauge32}, {"Gauge32", Value::Type::Gauge32}, {"Unsigned32", Value::Type::Gauge32},
    {"TimeTicks", Value::Type::TimeTicks}, {"Opaque", Value::Type::Opaque}, {"Counter64", Value::Type::Counter64}}};

std::optional<Value> valueOf(Value::Type type, QByteArrayView text) {
    const auto hex = text.startsWith("0x") ? RecordedText::hex(text.sliced(2)) : std::nullopt;
    switch (type) {
    case Value::Type::OctetString: return Value::octets(hex ? *hex : text.toByteArray());
    case Value::Type::Opaque: return hex ? std::optional(RecordedText::opaque(*hex)) : std::nullopt;
    case Value::Type::IpAddress: return RecordedText::ipAddress(text);
    case Value::Type::ObjectIdentifier:
        if (const auto oid = RecordedText::oid(text))
            return Value::oid(*oid);
        return std::nullopt;
    default: return RecordedText::number(type, text);
    }
}

} // namespace

std::optional<RecordedLine> SapWalk::read(QByteArrayView line) {
    const qsizetype first = line.indexOf(',');
    const qsizetype second = first < 0 ? -1 : line.indexOf(',', first + 1);
    if (second < 0)
        return std::nullopt;
    const auto oid = RecordedText::oid(line.first(first));
    const QByteArrayView word = line.sliced(first + 1, second - first - 1).trimmed();
    const auto type = std::ranges::find(sapTypes, word, &SapType::word);
    if (!oid || type == sapTypes.end())
        return std::nullopt;
    QByteArrayView text = line.sliced(second + 1);
    if (text.startsWith(' '))
        text = text.sliced(1);
    if (text.endsWith('\r'))
        text.chop(1);
    const auto value = valueOf(type->type, text);
    if (!value)
        return RecordedLine{
            {}, RecordedText::badValue(word.toByteArray().isEmpty() ? QString() : QString::fromLatin1(word))};
    return RecordedLine{{*oid, *value}, {}};
}

} // namespace walkabout
