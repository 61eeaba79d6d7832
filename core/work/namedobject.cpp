// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/namedobject.h"

#include "core/base/bytes.h"

#include <algorithm>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

// Brackets and quotes inside a value would end it early.
QString bracketed(const QString &text) {
    if (!text.contains(u']') && !text.contains(u'[') && !text.contains(u'"'))
        return u'[' + text + u']';
    QString quoted = text;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u"[\""_s + quoted + u"\"]"_s;
}

} // namespace

void appendDotted(QByteArray &to, std::span<const Oid::Part> parts) {
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            to.append('.');
        bytes::appendNumber(to, parts[i]);
    }
}

NamedObject::NamedObject(const NodeRef &node, Describe::Style style, OctetForm form)
    : m_node(node)
    , m_text(node.type(), style, form) {
    // Numbers that no module names belong to the instance.
    NodeRef named = node;
    while (named.module().isEmpty() && named.parent() && (named.name().isEmpty() || named.name().front().isDigit()))
        named = named.parent();
    m_oid = named.oid();
    m_name = named.name();
    m_qualifiedName = (named.module().isEmpty() ? m_name : named.qualifiedName()).toUtf8();
    m_isLeaf = node == named
        && (node.childCount() == 0 || node.kind() == NodeKind::Scalar || node.kind() == NodeKind::Column);
    if (node.kind() == NodeKind::Column) {
        m_index = index::Schema(node.rowNode());
        for (const index::Schema::Part &part : m_index.parts())
            m_indexRefers.append(refersTo(part.name, part.type));
    }
    m_isNumbered = !m_index.isEmpty() && std::ranges::all_of(m_index.parts(), [](const index::Schema::Part &part) {
        return part.isPlain() || part.isIpAddress();
    });
    if (m_isLeaf)
        m_refers = refersTo(m_name, m_text.type());
}

Refers NamedObject::indexRefers() const {
    const auto found = std::ranges::find_if(m_indexRefers, [](Refers each) { return each != Refers::Nothing; });
    return found == m_indexRefers.end() ? Refers::Nothing : *found;
}

QString NamedObject::indexInterface(const Oid &instance, const InterfaceNames &interfaces) const {
    if (indexRefers() == Refers::Nothing)
        return {};
    const auto values = m_index.split(instance.parts().subspan(size_t(m_oid.size())));
    for (qsizetype i = 0; values && i < values->size(); ++i) {
        const auto *number = std::get_if<qint64>(&values->at(i).value);
        if (QString text = number ? interfaces.text(m_indexRefers.at(i), *number) : QString(); !text.isEmpty())
            return text;
    }
    return {};
}

void NamedObject::appendName(QByteArray &to, const Oid &instance) const {
    if (!hasName())
        return appendDotted(to, instance.parts());
    to.append(m_qualifiedName);
    if (instance.size() > m_oid.size()) {
        to.append('.');
        appendDotted(to, instance.parts().subspan(size_t(m_oid.size())));
    }
}

QString NamedObject::typedName(const Oid &instance, const InterfaceNames *interfaces) const {
    if (!hasName())
        return instance.toString();
    const auto suffix = instance.parts().subspan(size_t(m_oid.size()));
    if (suffix.empty())
        return m_name;
    if (!m_index.isEmpty()) {
        if (const auto values = m_index.split(suffix)) {
            QString text = m_name;
            for (qsizetype i = 0; i < values->size(); ++i) {
                const auto *number = std::get_if<qint64>(&values->at(i).value);
                const QString name = interfaces && number ? interfaces->typed(m_indexRefers.at(i), *number) : QString();
                text += bracketed(name.isEmpty() ? values->at(i).text : name);
            }
            return text;
        }
    }
    QByteArray numbers;
    appendDotted(numbers, suffix);
    return m_name + u'.' + QLatin1StringView(numbers);
}

void NamedObject::appendTypedName(QByteArray &to, const Oid &instance, const InterfaceNames *interfaces) const {
    const auto before = to.size();
    if (m_isNumbered && hasName() && instance.size() > m_oid.size()) {
        to.append(m_name.toUtf8());
        if (appendNumbered(to, instance.parts().subspan(size_t(m_oid.size())), interfaces))
            return;
        to.truncate(before);
    }
    to.append(typedName(instance, interfaces).toUtf8());
}

// false: the suffix does not fit.
bool NamedObject::appendNumbered(
    QByteArray &to, std::span<const Oid::Part> suffix, const InterfaceNames *interfaces) const {
    for (qsizetype i = 0; i < m_index.parts().size(); ++i) {
        const size_t own = m_index.parts().at(i).isIpAddress() ? 4 : 1;
        if (suffix.size() < own
            || (own > 1 && std::ranges::any_of(suffix.first(own), [](Oid::Part p) { return p > 0xff; })))
            return false;
        const bool refers = own == 1 && interfaces && m_indexRefers.at(i) != Refers::Nothing;
        const QString name = refers ? interfaces->typed(m_indexRefers.at(i), suffix.front()) : QString();
        if (name.isEmpty()) {
            to.append('[');
            appendDotted(to, suffix.first(own));
            to.append(']');
        } else {
            to.append(bracketed(name).toUtf8());
        }
        suffix = suffix.subspan(own);
    }
    return suffix.empty();
}

QString NamedObject::type(const Value &value) const {
    const BaseType base = m_text.type().base;
    const bool isBits = value.type() == Value::Type::OctetString && base == BaseType::Bits;
    const bool isUnsigned = value.type() == Value::Type::Gauge32 && base == BaseType::Unsigned32;
    return isBits || isUnsigned ? baseTypeName(base) : Value::typeName(value.type());
}

} // namespace walkabout
