// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/namedobject.h"

#include <algorithm>
#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

template <class Number>
void appendNumber(QByteArray &to, Number number) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    to.append(digits.data(), end - digits.data());
}

/// How many octets a hint such as "255a" or "128t" shows as they are; -1: it is another one.
qsizetype textLength(const QString &hint) {
    if (!hint.endsWith(u'a') && !hint.endsWith(u't'))
        return -1;
    bool ok = false;
    const int length = hint.chopped(1).toInt(&ok);
    return ok ? length : -1;
}

} // namespace

void appendDotted(QByteArray &to, std::span<const Oid::Part> parts) {
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            to.append('.');
        appendNumber(to, parts[i]);
    }
}

NamedObject::NamedObject(const Library &library, const Oid &instance) {
    const NodeRef node = library.nearest(instance);
    if (!node)
        return;
    // Numbers that no module names belong to the instance.
    NodeRef named = node;
    while (named.module().isEmpty() && named.parent() && (named.name().isEmpty() || named.name().front().isDigit()))
        named = named.parent();
    m_oid = named.oid();
    m_isLeaf = node.childCount() == 0 && node == named;
    m_name = (named.module().isEmpty() ? named.name() : named.qualifiedName()).toUtf8();
    const TypeInfo type = node.type();
    m_base = type.base;
    m_hasHint = !type.displayHint.isEmpty();
    m_textLength = textLength(type.displayHint);
    if (type.base == BaseType::Integer32 || type.base == BaseType::Unsigned32) {
        for (const EnumItem &item : type.enums)
            m_labels.insert(item.number, item.label.toUtf8());
    }
}

void NamedObject::appendName(QByteArray &to, const Oid &instance) const {
    if (m_name.isEmpty())
        return appendDotted(to, instance.parts());
    to.append(m_name);
    if (instance.size() > m_oid.size()) {
        to.append('.');
        appendDotted(to, instance.parts().subspan(size_t(m_oid.size())));
    }
}

QByteArray NamedObject::type(const Value &value) const {
    if (m_base == BaseType::Bits && value.type() == Value::Type::OctetString)
        return baseTypeName(m_base).toLatin1();
    if (m_base == BaseType::Unsigned32 && value.type() == Value::Type::Gauge32)
        return baseTypeName(m_base).toLatin1();
    return Value::typeName(value.type()).toLatin1();
}

QByteArrayView NamedObject::label(const Value &value) const {
    if (m_labels.isEmpty() || !value.isInteger())
        return {};
    const auto at = m_labels.constFind(value.toSigned());
    return at == m_labels.constEnd() ? QByteArrayView() : QByteArrayView(*at);
}

bool NamedObject::appendSimple(QByteArray &to, const Value &value) const {
    switch (value.type()) {
    case Value::Type::Integer32:
        if (m_hasHint || !m_labels.isEmpty())
            return false;
        appendNumber(to, value.toSigned());
        return true;
    case Value::Type::Counter32:
    case Value::Type::Gauge32:
    case Value::Type::Counter64:
        if (m_hasHint || !m_labels.isEmpty())
            return false;
        appendNumber(to, value.toUnsigned());
        return true;
    case Value::Type::OctetString: {
        const QByteArray &octets = value.octets();
        if (octets.size() > m_textLength || m_base != BaseType::OctetString)
            return false;
        if (!std::ranges::all_of(octets, [](char c) { return c >= ' ' && c <= '~'; }))
            return false;
        to.append(octets);
        return true;
    }
    default: return false;
    }
}

} // namespace walkabout
