// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/recordedtext.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <limits>

namespace walkabout {

namespace {

// The tags that net-snmp wraps into an Opaque (its asn1.h): a context tag of two octets.
enum OpaqueTag : quint8 { FloatTag = 0x78, DoubleTag = 0x79, Integer64Tag = 0x7a, Unsigned64Tag = 0x7b };
constexpr char OpaqueLead = char(0x9f);

QByteArray wrapped(OpaqueTag tag, const QByteArray &content) {
    return QByteArray(1, OpaqueLead) + char(tag) + char(content.size()) + content;
}

template <class T>
QByteArray bigEndian(T number) {
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

// BER integers: as few octets as hold the number (X.690 8.3.2).
QByteArray shortest(qint64 number) {
    QByteArray bytes = bigEndian(number);
    while (bytes.size() > 1 && ((bytes[0] == 0 && bytes[1] >= 0) || (bytes[0] == char(-1) && bytes[1] < 0)))
        bytes.remove(0, 1);
    return bytes;
}

quint64 fromBigEndian(QByteArrayView bytes, bool isSigned) {
    quint64 number = isSigned && bytes.front() < 0 ? ~quint64(0) : 0;
    for (const char byte : bytes)
        number = (number << 8) | quint8(byte);
    return number;
}

} // namespace

std::optional<Value> RecordedText::number(Value::Type type, QByteArrayView text, int base) {
    text = text.trimmed();
    bool ok = false;
    if (type == Value::Type::Integer32) {
        const qlonglong number = text.toByteArray().toLongLong(&ok, base);
        if (!ok || number < std::numeric_limits<qint32>::min() || number > std::numeric_limits<qint32>::max())
            return std::nullopt;
        return Value::integer(qint32(number));
    }
    if (text.startsWith('-'))
        return std::nullopt;
    const quint64 number = text.toByteArray().toULongLong(&ok, base);
    if (!ok || (type != Value::Type::Counter64 && number > std::numeric_limits<quint32>::max()))
        return std::nullopt;
    switch (type) {
    case Value::Type::Counter32: return Value::counter32(quint32(number));
    case Value::Type::Gauge32: return Value::gauge32(quint32(number));
    case Value::Type::TimeTicks: return Value::timeTicks(quint32(number));
    case Value::Type::Counter64: return Value::counter64(number);
    default: return std::nullopt;
    }
}

std::optional<Oid> RecordedText::oid(QByteArrayView text) {
    auto oid = Oid::parse(QString::fromLatin1(text.trimmed()));
    if (!oid || oid->size() < 2 || (*oid)[0] > 2 || ((*oid)[0] < 2 && (*oid)[1] > 39))
        return std::nullopt;
    return oid;
}

std::optional<Value> RecordedText::ipAddress(QByteArrayView text) {
    const QList<QByteArray> parts = text.trimmed().toByteArray().split('.');
    if (parts.size() != 4)
        return std::nullopt;
    QByteArray octets;
    for (const QByteArray &part : parts) {
        bool ok = false;
        const uint octet = part.toUInt(&ok);
        if (!ok || octet > 255)
            return std::nullopt;
        octets.append(char(octet));
    }
    return Value::ipAddress(octets);
}

QByteArray RecordedText::dotted(QByteArrayView octets) {
    QByteArray text;
    for (const char octet : octets) {
        if (!text.isEmpty())
            text.append('.');
        text.append(QByteArray::number(quint8(octet)));
    }
    return text;
}

std::optional<QByteArray> RecordedText::hex(QByteArrayView text) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        const char lower = char(c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    };
    QByteArray octets;
    octets.reserve(text.size() / 2);
    int high = -1;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (high >= 0)
                return std::nullopt;
            continue;
        }
        const int value = digit(c);
        if (value < 0)
            return std::nullopt;
        if (high < 0) {
            high = value;
        } else {
            octets.append(char(high * 16 + value));
            high = -1;
        }
    }
    return high < 0 ? std::optional(octets) : std::nullopt;
}

Value RecordedText::opaque(const QByteArray &octets) {
    if (octets.size() < 4 || octets[0] != OpaqueLead || quint8(octets[2]) != octets.size() - 3)
        return Value::opaque(octets);
    const QByteArrayView content = QByteArrayView(octets).sliced(3);
    switch (quint8(octets[1])) {
    case FloatTag:
        if (content.size() == 4)
            return Value::opaqueFloat(std::bit_cast<float>(qFromBigEndian<quint32>(content.data())));
        break;
    case DoubleTag:
        if (content.size() == 8)
            return Value::opaqueDouble(std::bit_cast<double>(qFromBigEndian<quint64>(content.data())));
        break;
    case Integer64Tag:
        if (content.size() <= 8)
            return Value::opaqueInteger64(qint64(fromBigEndian(content, true)));
        break;
    case Unsigned64Tag:
        if (content.size() <= 8 || (content.size() == 9 && content.front() == 0))
            return Value::opaqueUnsigned64(fromBigEndian(content, false));
        break;
    default: break;
    }
    return Value::opaque(octets);
}

QByteArray RecordedText::opaqueOctets(const Value &value) {
    switch (value.type()) {
    case Value::Type::OpaqueFloat: return wrapped(FloatTag, bigEndian(quint32(value.toUnsigned())));
    case Value::Type::OpaqueDouble: return wrapped(DoubleTag, bigEndian(value.toUnsigned()));
    case Value::Type::OpaqueInteger64: return wrapped(Integer64Tag, shortest(value.toSigned()));
    case Value::Type::OpaqueUnsigned64: {
        QByteArray content = shortest(value.toSigned());
        if (value.toSigned() < 0)
            content = QByteArray(1, '\0') + bigEndian(value.toUnsigned());
        return wrapped(Unsigned64Tag, content);
    }
    default: return value.octets();
    }
}

bool RecordedText::isPlain(QByteArrayView octets) {
    return std::all_of(octets.begin(), octets.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
}

QString RecordedText::noOid() { return tr("no object identifier at the start of the line"); }

QString RecordedText::badValue(const QString &type) { return tr("this is no %1").arg(type); }

} // namespace walkabout
