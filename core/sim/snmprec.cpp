// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/snmprec.h"

#include "core/sim/recordedtext.h"

#include <algorithm>
#include <utility>

namespace walkabout {

namespace {

std::optional<Value::Type> typeOf(QByteArrayView tag) {
    bool ok = false;
    switch (tag.toByteArray().toInt(&ok)) {
    case 2: return Value::Type::Integer32;
    case 4: return Value::Type::OctetString;
    case 5: return Value::Type::Null;
    case 6: return Value::Type::ObjectIdentifier;
    case 64: return Value::Type::IpAddress;
    case 65: return Value::Type::Counter32;
    case 66: return Value::Type::Gauge32;
    case 67: return Value::Type::TimeTicks;
    case 68: return Value::Type::Opaque;
    case 69: return Value::Type::NsapAddress;
    case 70: return Value::Type::Counter64;
    default: return std::nullopt;
    }
}

// A Python string literal or the same without quotes: \n, \t, \r, \\, \', \", \xHH.
QByteArray fromEscapes(QByteArrayView text) {
    if (text.size() >= 2 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front())
        text = text.sliced(1, text.size() - 2);
    QByteArray octets;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            octets.append(text[i]);
            continue;
        }
        const char next = text[++i];
        if (next == 'n')
            octets.append('\n');
        else if (next == 't')
            octets.append('\t');
        else if (next == 'r')
            octets.append('\r');
        else if (next == '0')
            octets.append('\0');
        else if (next == 'x' && i + 2 < text.size())
            octets.append(QByteArray::fromHex(text.sliced(std::exchange(i, i + 2) + 1, 2).toByteArray()));
        else
            octets.append(next);
    }
    return octets;
}

std::optional<Value> valueOf(Value::Type type, char encoding, QByteArrayView text) {
    const bool isHex = encoding == 'x';
    std::optional<QByteArray> octets;
    if (isHex)
        octets = RecordedText::hex(text);
    else
        octets = encoding == 'e' ? fromEscapes(text) : text.toByteArray();
    switch (type) {
    case Value::Type::Null: return Value();
    case Value::Type::ObjectIdentifier:
        if (const auto oid = RecordedText::oid(text))
            return Value::oid(*oid);
        return std::nullopt;
    case Value::Type::IpAddress:
        if (!isHex) {
            const auto address = RecordedText::ipAddress(text);
            const bool isText = std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
            // Old recorders wrote the four octets as they were.
            return address || isText ? address : Value::ipAddress(text.toByteArray());
        }
        return octets ? Value::ipAddress(*octets) : std::nullopt;
    case Value::Type::OctetString: return octets ? std::optional(Value::octets(*octets)) : std::nullopt;
    case Value::Type::Opaque: return octets ? std::optional(RecordedText::opaque(*octets)) : std::nullopt;
    case Value::Type::NsapAddress: return octets ? std::optional(Value::nsap(*octets)) : std::nullopt;
    default: return RecordedText::number(type, text, isHex ? 16 : 10);
    }
}

// "value=up,wait=100" of a simulator's module: the value that the line itself holds, and whether it stands in hex.
std::optional<std::pair<QByteArray, bool>> plainValue(QByteArrayView module, QByteArrayView settings) {
    const bool holdsValue = module == "writecache" || module == "delay";
    for (const QByteArray &setting : settings.toByteArray().split(',')) {
        if (holdsValue && setting.startsWith("value="))
            return std::pair(setting.mid(6), false);
        if (holdsValue && setting.startsWith("hexvalue="))
            return std::pair(setting.mid(9), true);
        if (module == "numeric" && setting.startsWith("initial="))
            return std::pair(setting.mid(8), false);
    }
    return std::nullopt;
}

QByteArray octetLine(const char *tag, const QByteArray &octets) {
    const bool trimmedAway = octets.startsWith(' ') || octets.endsWith(' ');
    if (RecordedText::isPlain(octets) && !trimmedAway)
        return tag + ("|" + octets);
    return tag + ("x|" + octets.toHex());
}

} // namespace

RecordedLine SnmpRec::read(QByteArrayView line) {
    const qsizetype first = line.indexOf('|');
    const qsizetype second = first < 0 ? -1 : line.indexOf('|', first + 1);
    const auto oid = RecordedText::oid(line.first(std::max<qsizetype>(first, 0)));
    if (!oid)
        return {{}, RecordedText::noOid()};
    if (second < 0)
        return {{}, tr("OID|TAG|VALUE expected: the line is cut off")};
    QByteArrayView tag = line.sliced(first + 1, second - first - 1).trimmed();
    QByteArray text = line.sliced(second + 1).toByteArray();
    char encoding = 0;
    QByteArrayView module;
    if (const qsizetype colon = tag.indexOf(':'); colon >= 0) {
        module = tag.sliced(colon + 1);
        tag = tag.first(colon);
    }
    if (tag.endsWith('x') || tag.endsWith('e')) {
        encoding = tag.back();
        tag.chop(1);
    }
    const auto type = typeOf(tag);
    if (!type && module.isEmpty())
        return {{}, tr("unknown tag \"%1\"").arg(QString::fromLatin1(tag))};
    if (!module.isEmpty()) {
        const auto plain = plainValue(module, text);
        if (!type || !plain)
            return {{}, tr("its value is made up by the simulator's module \"%1\"").arg(QString::fromLatin1(module))};
        text = plain->first;
        if (plain->second)
            encoding = 'x';
    }
    const auto value = valueOf(*type, encoding, text);
    if (!value)
        return {{}, RecordedText::badValue(Value::typeName(*type))};
    return {{*oid, *value}, {}};
}

QByteArray SnmpRec::write(const VarBind &varBind) {
    const Value &value = varBind.value;
    const QByteArray oid = varBind.oid.toString().toLatin1() + '|';
    switch (value.type()) {
    case Value::Type::Integer32: return oid + "2|" + QByteArray::number(value.toSigned());
    case Value::Type::OctetString: return oid + octetLine("4", value.octets());
    case Value::Type::ObjectIdentifier: return oid + "6|" + value.toOid().toString().toLatin1();
    case Value::Type::IpAddress: return oid + "64|" + RecordedText::dotted(value.octets());
    case Value::Type::Counter32: return oid + "65|" + QByteArray::number(value.toUnsigned());
    case Value::Type::Gauge32: return oid + "66|" + QByteArray::number(value.toUnsigned());
    case Value::Type::TimeTicks: return oid + "67|" + QByteArray::number(value.toUnsigned());
    case Value::Type::Opaque:
    case Value::Type::OpaqueFloat:
    case Value::Type::OpaqueDouble:
    case Value::Type::OpaqueInteger64:
    case Value::Type::OpaqueUnsigned64: return oid + "68x|" + RecordedText::opaqueOctets(value).toHex();
    case Value::Type::NsapAddress: return oid + "69x|" + value.octets().toHex();
    case Value::Type::Counter64: return oid + "70|" + QByteArray::number(value.toUnsigned());
    default: return oid + "5|";
    }
}

} // namespace walkabout
