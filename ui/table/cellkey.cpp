// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/cellkey.h"

#include "core/base/bytes.h"

namespace walkabout {

namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

// The digits from here on, without leading zeros; moves behind them.
QStringView takeNumber(QStringView text, qsizetype &at) {
    while (at < text.size() - 1 && text[at] == u'0' && isDigit(text[at + 1]))
        ++at;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(from, at - from);
}

} // namespace

bool isNaturallyBefore(QStringView a, QStringView b) {
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QStringView left = takeNumber(a, i);
            const QStringView right = takeNumber(b, j);
            if (left.size() != right.size())
                return left.size() < right.size();
            if (const int order = left.compare(right); order != 0)
                return order < 0;
            continue;
        }
        const QChar left = a[i++].toCaseFolded();
        const QChar right = b[j++].toCaseFolded();
        if (left != right)
            return left < right;
    }
    return a.size() - i < b.size() - j;
}

CellKey::Key CellKey::octets(const QByteArray &bytes, const QString &displayHint) {
    const bool isText = displayHint.isEmpty() || displayHint.endsWith(u'a') || displayHint.endsWith(u't');
    const auto text = isText ? bytes::printableText(bytes) : std::nullopt;
    return text ? Key(*text) : Key(bytes);
}

CellKey CellKey::of(const Value &value, const TypeInfo &type) {
    switch (value.type()) {
    case Value::Type::Integer32:
    case Value::Type::OpaqueInteger64: return CellKey(value.toSigned());
    case Value::Type::Counter32:
    case Value::Type::Gauge32:
    case Value::Type::TimeTicks:
    case Value::Type::Counter64:
    case Value::Type::OpaqueUnsigned64: return CellKey(value.toUnsigned());
    case Value::Type::OpaqueFloat:
    case Value::Type::OpaqueDouble: return CellKey(value.toDouble());
    case Value::Type::ObjectIdentifier: return CellKey(value.toOid());
    case Value::Type::OctetString: return CellKey(octets(value.octets(), type.displayHint));
    case Value::Type::IpAddress:
    case Value::Type::Opaque:
    case Value::Type::NsapAddress: return CellKey(value.octets());
    case Value::Type::Null:
    case Value::Type::NoSuchObject:
    case Value::Type::NoSuchInstance:
    case Value::Type::EndOfMibView: return {};
    }
    return {};
}

CellKey CellKey::of(const IndexValue &index) {
    if (const auto *number = std::get_if<qint64>(&index.value))
        return CellKey(*number);
    if (const auto *oid = std::get_if<Oid>(&index.value))
        return CellKey(*oid);
    const QByteArray &bytes = std::get<QByteArray>(index.value);
    return CellKey(index.type.base == BaseType::OctetString ? octets(bytes, index.type.displayHint) : Key(bytes));
}

bool CellKey::isBefore(const CellKey &other) const {
    if (m_key.index() != other.m_key.index())
        return m_key.index() < other.m_key.index();
    if (const auto *text = std::get_if<QString>(&m_key))
        return isNaturallyBefore(*text, std::get<QString>(other.m_key));
    return m_key < other.m_key;
}

} // namespace walkabout
