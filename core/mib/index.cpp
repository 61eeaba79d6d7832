// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/index.h"

#include "core/mib/addresstext.h"
#include "core/mib/convention.h"
#include "core/mib/indextext.h"

#include <algorithm>
#include <limits>

namespace walkabout::index {

namespace {

using Part = Schema::Part;

// How a value stands in an instance (RFC 2578 7.7); SMIv1's NetworkAddress has its choice's number before the address.
enum class Form { Integer, Fixed, Counted, Rest, Choice };

constexpr qint64 InternetChoice = 1;

bool isOid(const TypeInfo &type) { return type.base == BaseType::ObjectIdentifier; }

qsizetype fixedSize(const TypeInfo &type) {
    if (type.base == BaseType::IpAddress || type.base == BaseType::NetworkAddress)
        return 4;
    const bool fixed = type.sizes.size() == 1 && type.sizes.first().low == type.sizes.first().high;
    return fixed && type.base == BaseType::OctetString ? qsizetype(type.sizes.first().low) : -1;
}

Form formOf(const Part &part) {
    switch (part.type.base) {
    case BaseType::NetworkAddress: return Form::Choice;
    case BaseType::IpAddress: return Form::Fixed;
    case BaseType::OctetString:
        if (fixedSize(part.type) >= 0)
            return Form::Fixed;
        [[fallthrough]];
    case BaseType::ObjectIdentifier:
    case BaseType::Bits:
    case BaseType::Opaque:
    case BaseType::NsapAddress: return part.implied ? Form::Rest : Form::Counted;
    default: return Form::Integer;
    }
}

// The InetAddressType that says how to read the addresses behind it.
qint64 kindAfter(const IndexValue &value, qint64 before) {
    const auto *number = std::get_if<qint64>(&value.value);
    return number && convention::is(value.type, u"InetAddressType") ? *number : before;
}

std::optional<IndexValue> take(std::span<const Oid::Part> &rest, const Part &part) {
    IndexValue value{part.name, part.type, part.implied, qint64(0), {}};
    const Form form = formOf(part);
    size_t count = rest.size();
    if (form != Form::Rest) {
        if (rest.empty() && !(form == Form::Fixed && fixedSize(part.type) == 0))
            return std::nullopt;
        if (form == Form::Integer) {
            value.value = qint64(rest.front());
            rest = rest.subspan(1);
            return value;
        }
        if (form == Form::Counted || form == Form::Choice) {
            count = form == Form::Choice ? 4 : rest.front();
            if (form == Form::Choice && rest.front() != InternetChoice)
                return std::nullopt;
            rest = rest.subspan(1);
        } else {
            count = size_t(fixedSize(part.type));
        }
    }
    if (count > rest.size())
        return std::nullopt;
    const auto own = rest.first(count);
    rest = rest.subspan(count);
    if (isOid(part.type)) {
        value.value = Oid(own);
        return value;
    }
    QByteArray octets;
    octets.reserve(qsizetype(count));
    for (const Oid::Part octet : own) {
        if (octet > 0xff)
            return std::nullopt;
        octets.append(char(octet));
    }
    value.value = octets;
    return value;
}

bool put(Oid &instance, const Part &part, const IndexValue &value) {
    const Form form = formOf(part);
    if (form == Form::Integer) {
        const auto *number = std::get_if<qint64>(&value.value);
        if (!number || *number < 0 || *number > std::numeric_limits<Oid::Part>::max())
            return false;
        instance.append(Oid::Part(*number));
        return true;
    }
    QVarLengthArray<Oid::Part, Oid::MaxLength> own;
    if (isOid(part.type)) {
        const auto *oid = std::get_if<Oid>(&value.value);
        if (!oid)
            return false;
        own.append(oid->parts().data(), oid->size());
    } else {
        const auto *octets = std::get_if<QByteArray>(&value.value);
        const bool fixed = form == Form::Fixed || form == Form::Choice;
        if (!octets || octets->size() > Oid::MaxLength || (fixed && octets->size() != fixedSize(part.type)))
            return false;
        for (const char octet : *octets)
            own.append(quint8(octet));
    }
    if (form == Form::Choice)
        instance.append(Oid::Part(InternetChoice));
    else if (form == Form::Counted)
        instance.append(Oid::Part(own.size()));
    instance.append(std::span<const Oid::Part>(own.constData(), size_t(own.size())));
    return instance.size() <= Oid::MaxLength;
}

} // namespace

Schema::Schema(const NodeRef &row) {
    const QList<IndexItem> items = row.indexes();
    const QList<NodeRef> nodes = row.indexNodes();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qsizetype colons = items[i].name.indexOf(u"::");
        // IMPLIED has a meaning for the last index alone.
        const bool implied = items[i].implied && i + 1 == items.size();
        m_parts.append({colons < 0 ? items[i].name : items[i].name.mid(colons + 2), implied, nodes.value(i).type()});
    }
}

bool Schema::Part::isPlain() const {
    const bool hasHint = !type.displayHint.isEmpty() && type.displayHint != u"d";
    return formOf(*this) == Form::Integer && type.enums.isEmpty() && !hasHint;
}

bool Schema::isPlain() const { return std::ranges::all_of(m_parts, &Part::isPlain); }

std::optional<QList<IndexValue>> Schema::split(std::span<const Oid::Part> instance) const {
    if (m_parts.isEmpty())
        return std::nullopt;
    QList<IndexValue> values;
    qint64 kind = addresstext::Unknown;
    for (const Part &part : m_parts) {
        auto value = take(instance, part);
        if (!value)
            return std::nullopt;
        kind = kindAfter(*value, kind);
        value->text = textOf(*value, kind);
        values.append(*std::move(value));
    }
    if (!instance.empty())
        return std::nullopt;
    return values;
}

std::optional<Oid> Schema::join(const QList<IndexValue> &values) const {
    if (m_parts.isEmpty() || m_parts.size() != values.size())
        return std::nullopt;
    Oid instance;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (!put(instance, m_parts[i], values[i]))
            return std::nullopt;
    }
    return instance;
}

std::optional<Oid> Schema::joinTexts(const QStringList &texts) const {
    if (m_parts.isEmpty() || m_parts.size() != texts.size())
        return std::nullopt;
    Oid instance;
    qint64 kind = addresstext::Unknown;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        const auto found = valueOf(texts[i], part.type, kind);
        if (!found)
            return std::nullopt;
        const IndexValue value{part.name, part.type, part.implied, *found, {}};
        kind = kindAfter(value, kind);
        if (!put(instance, part, value))
            return std::nullopt;
    }
    return instance;
}

std::optional<QList<IndexValue>> split(const NodeRef &row, const Oid &instance) {
    return Schema(row).split(instance.parts());
}

std::optional<Oid> join(const NodeRef &row, const QList<IndexValue> &values) { return Schema(row).join(values); }

std::optional<Oid> joinTexts(const NodeRef &row, const QStringList &texts) { return Schema(row).joinTexts(texts); }

} // namespace walkabout::index
