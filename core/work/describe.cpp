// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/describe.h"

#include "core/work/namedobject.h"
#include "core/work/vendor.h"

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const Oid sysObjectId{1, 3, 6, 1, 2, 1, 1, 2};

} // namespace

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
    : Describe(other.m_library, other.m_style, other.m_forms) {
    m_interfaces = other.m_interfaces;
}

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

QString Describe::typedName(const Oid &oid) const { return object(oid).typedName(oid, m_interfaces.get()); }

QString Describe::value(const VarBind &varBind) const {
    if (varBind.value.type() == Value::Type::ObjectIdentifier)
        return named(varBind);
    const NamedObject &known = object(varBind.oid);
    if (m_interfaces && known.refers() != Refers::Nothing && varBind.value.isInteger()) {
        if (QString text = m_interfaces->text(known.refers(), varBind.value.toSigned()); !text.isEmpty())
            return text;
    }
    return known.text().of(varBind.value);
}

QString Describe::interfaceName(const VarBind &varBind) const {
    if (!m_interfaces || !varBind.value.isInteger())
        return {};
    return m_interfaces->name(object(varBind.oid).refers(), varBind.value.toSigned());
}

Refers Describe::refers(const Oid &oid) const {
    const NamedObject &known = object(oid);
    return known.refers() != Refers::Nothing ? known.refers() : known.indexRefers();
}

// A number says little of who made a device; a script wants nothing but the number.
QString Describe::named(const VarBind &varBind) const {
    const Oid oid = varBind.value.toOid();
    const bool isIdentity = m_style == Style::Window && varBind.oid.startsWith(sysObjectId);
    const QString vendor = isIdentity ? vendorOf(oid, *m_library) : QString();
    return vendor.isEmpty() ? name(oid) : u"%1 · %2"_s.arg(name(oid), vendor);
}

QString Describe::type(const VarBind &varBind) const { return object(varBind.oid).type(varBind.value); }

QString Describe::units(const Oid &oid) const { return object(oid).node().units(); }

} // namespace walkabout
