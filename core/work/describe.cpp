// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/describe.h"

#include "core/mib/index.h"
#include "core/work/valuetext.h"

#include <array>
#include <unordered_map>

namespace walkabout {

using namespace Qt::StringLiterals;

/// What is worth remembering of an object met.
struct Describe::Object {
    NodeRef node;
    Oid oid; // that of the node that gives the name: OIDs below it are told by number
    QString qualifiedName;
    QString name;
    ValueText text;
    index::Schema index; // of a column
    bool isLeaf = false;
};

class Describe::Memory final {
public:
    std::unordered_map<qint32, Object> objects; // by node
    const Object *last = nullptr; // a walk stays in one column
};

namespace {

void appendParts(QString &text, std::span<const Oid::Part> parts) {
    std::array<char16_t, 11> digits{};
    for (Oid::Part part : parts) {
        size_t at = digits.size();
        do {
            digits[--at] = char16_t(u'0' + part % 10);
            part /= 10;
        } while (part > 0);
        digits[--at] = u'.';
        text.append(QStringView(digits.data() + at, qsizetype(digits.size() - at)));
    }
}

// Brackets and quotes inside a value would end it early.
QString bracketed(const QString &text) {
    if (!text.contains(u']') && !text.contains(u'[') && !text.contains(u'"'))
        return u'[' + text + u']';
    QString quoted = text;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u"[\""_s + quoted + u"\"]"_s;
}

} // namespace

Describe::Describe(Library::Pointer library, Style style)
    : m_library(library ? std::move(library) : Library::empty())
    , m_style(style)
    , m_memory(std::make_unique<Memory>()) {}

Describe::Describe(const Describe &other)
    : Describe(other.m_library, other.m_style) {}

Describe::Describe(Describe &&other) noexcept = default;

Describe &Describe::operator=(const Describe &other) { return *this = Describe(other); }

Describe &Describe::operator=(Describe &&other) noexcept = default;

Describe::~Describe() = default;

const Describe::Object &Describe::objectOf(const Oid &oid) const {
    Memory &memory = *m_memory;
    if (memory.last && oid.startsWith(memory.last->oid))
        return *memory.last;
    const NodeRef node = m_library->nearest(oid);
    auto at = memory.objects.find(node.index());
    if (at == memory.objects.end()) {
        // Numbers that no module names belong to the instance.
        NodeRef named = node;
        while (named.module().isEmpty() && named.parent() && (named.name().isEmpty() || named.name().front().isDigit()))
            named = named.parent();
        Object object{node, named.oid(), {}, named.name(), ValueText(node.type(), m_style), {}, node.childCount() == 0};
        if (node.kind() == NodeKind::Column)
            object.index = index::Schema(node.rowNode());
        object.qualifiedName = named.module().isEmpty() ? object.name : named.qualifiedName();
        at = memory.objects.emplace(node.index(), std::move(object)).first;
    }
    const Object &object = at->second;
    memory.last = object.isLeaf && object.node.oid() == object.oid ? &object : nullptr;
    return object;
}

QString Describe::name(const Oid &oid) const {
    const Object &object = objectOf(oid);
    if (object.name.isEmpty())
        return oid.toString();
    QString text;
    text.reserve(object.qualifiedName.size() + 4 * (oid.size() - object.oid.size()));
    text += object.qualifiedName;
    appendParts(text, oid.parts().subspan(size_t(object.oid.size())));
    return text;
}

QString Describe::typedName(const Oid &oid) const {
    const Object &object = objectOf(oid);
    if (object.name.isEmpty())
        return oid.toString();
    const auto instance = oid.parts().subspan(size_t(object.oid.size()));
    QString text = object.name;
    if (!object.index.isEmpty() && !instance.empty()) {
        if (const auto values = object.index.split(instance)) {
            for (const IndexValue &value : *values)
                text += bracketed(value.text);
            return text;
        }
    }
    appendParts(text, instance);
    return text;
}

QString Describe::value(const VarBind &varBind) const {
    if (varBind.value.type() == Value::Type::ObjectIdentifier)
        return name(varBind.value.toOid());
    return objectOf(varBind.oid).text.of(varBind.value);
}

QString Describe::type(const VarBind &varBind) const {
    const Value::Type type = varBind.value.type();
    if (type == Value::Type::OctetString || type == Value::Type::Gauge32) {
        const BaseType base = objectOf(varBind.oid).text.type().base;
        if (type == Value::Type::OctetString && base == BaseType::Bits)
            return baseTypeName(base);
        if (type == Value::Type::Gauge32 && base == BaseType::Unsigned32)
            return baseTypeName(base);
    }
    return Value::typeName(type);
}

QString Describe::units(const Oid &oid) const { return objectOf(oid).node.units(); }

} // namespace walkabout
