// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/describe.h"

#include "core/work/namedobject.h"

#include <unordered_map>

namespace walkabout {

class Describe::Memory final {
public:
    std::unordered_map<qint32, NamedObject> objects; // by node
    const NamedObject *last = nullptr; // a walk stays in one column
};

Describe::Describe(Library::Pointer library, Style style, OctetForms forms)
    : m_library(library ? std::move(library) : Library::empty())
    , m_style(style)
    , m_forms(std::move(forms))
    , m_memory(std::make_unique<Memory>()) {}

Describe::Describe(const Describe &other)
    : Describe(other.m_library, other.m_style, other.m_forms) {}

Describe::Describe(Describe &&other) noexcept = default;

Describe &Describe::operator=(const Describe &other) { return *this = Describe(other); }

Describe &Describe::operator=(Describe &&other) noexcept = default;

Describe::~Describe() = default;

const NamedObject &Describe::object(const Oid &oid) const {
    Memory &memory = *m_memory;
    if (!memory.last || !memory.last->covers(oid)) {
        const NodeRef node = m_library->nearest(oid);
        auto at = memory.objects.find(node.index());
        if (at == memory.objects.end())
            at = memory.objects.emplace(node.index(), NamedObject(node, m_style, formOf(node))).first;
        memory.last = &at->second;
    }
    return *memory.last;
}

OctetForm Describe::formOf(const NodeRef &node) const {
    return m_forms && !m_forms->isEmpty() ? m_forms->value(node.oid(), OctetForm::Automatic) : OctetForm::Automatic;
}

QString Describe::name(const Oid &oid) const {
    QByteArray name;
    object(oid).appendName(name, oid);
    return QString::fromUtf8(name);
}

QString Describe::typedName(const Oid &oid) const { return object(oid).typedName(oid); }

QString Describe::value(const VarBind &varBind) const {
    if (varBind.value.type() == Value::Type::ObjectIdentifier)
        return name(varBind.value.toOid());
    return object(varBind.oid).text().of(varBind.value);
}

QString Describe::type(const VarBind &varBind) const { return object(varBind.oid).type(varBind.value); }

QString Describe::units(const Oid &oid) const { return object(oid).node().units(); }

} // namespace walkabout
