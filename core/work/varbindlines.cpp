// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/varbindlines.h"

#include "core/base/bytes.h"
#include "core/base/jsonobject.h"
#include "core/work/namedobject.h"

#include <cmath>

namespace walkabout {

VarBindLines::VarBindLines(Library::Pointer library, Style style)
    : m_describe(std::move(library), Describe::Style::Terminal)
    , m_style(style) {}

void VarBindLines::append(QByteArray &to, const VarBind &varBind) const {
    if (!m_style.json)
        return appendText(to, varBind);
    const NamedObject &object = m_describe.object(varBind.oid);
    to.append("{\"oid\":\"");
    appendDotted(to, varBind.oid.parts());
    if (object.hasName()) {
        to.append("\",\"name\":\"");
        object.appendName(to, varBind.oid);
    }
    to.append("\",");
    appendJsonValue(to, object, varBind);
    if (m_interfaces) {
        QString interface = interfaceOf(object, varBind.value);
        if (interface.isEmpty())
            interface = object.indexInterface(varBind.oid, *m_interfaces);
        if (!interface.isEmpty())
            to.append(",\"interface\":").append(JsonObject::quoted(interface));
    }
    to.append('}');
}

QString VarBindLines::interfaceOf(const NamedObject &object, const Value &value) const {
    return m_interfaces && value.isInteger() ? m_interfaces->text(object.refers(), value.toSigned()) : QString();
}

void VarBindLines::appendValue(QByteArray &to, const VarBind &varBind) const {
    to.append('{');
    appendJsonValue(to, m_describe.object(varBind.oid), varBind);
    to.append('}');
}

void VarBindLines::appendText(QByteArray &to, const VarBind &varBind) const {
    const NamedObject &object = m_describe.object(varBind.oid);
    if (!m_style.valuesOnly) {
        if (m_style.isNumeric) {
            to.append('.');
            appendDotted(to, varBind.oid.parts());
        } else {
            appendName(to, object, varBind.oid);
        }
        to.append(m_style.isQuick ? " " : " = ");
    }
    appendTextValue(to, object, varBind);
}

// net-snmp's form, but for an index that holds a name.
void VarBindLines::appendName(QByteArray &to, const NamedObject &object, const Oid &instance) const {
    if (m_interfaces && object.indexRefers() != Refers::Nothing) {
        const QString named = object.typedName(instance, m_interfaces.get());
        if (named != object.typedName(instance)) {
            to.append(object.qualifiedName()).append(QStringView(named).sliced(object.name().size()).toUtf8());
            return;
        }
    }
    object.appendName(to, instance);
}

void VarBindLines::appendTextValue(QByteArray &to, const NamedObject &object, const VarBind &varBind) const {
    const Value &value = varBind.value;
    if (m_style.isNumeric && value.type() == Value::Type::ObjectIdentifier) {
        to.append('.');
        return appendDotted(to, value.toOid().parts());
    }
    if (const QString interface = interfaceOf(object, value); !interface.isEmpty()) {
        to.append(interface.toUtf8());
        return;
    }
    const ValueText &text = object.text();
    const EnumItem *item = m_style.enumNumbers || m_style.isQuick ? text.item(value) : nullptr;
    if (item && m_style.enumNumbers)
        bytes::appendNumber(to, item->number);
    else if (item)
        to.append(item->label.toUtf8());
    else if (!text.appendSimple(to, value))
        to.append(bytes::onOneLine(m_describe.value(varBind)).toUtf8());
}

void VarBindLines::appendJsonValue(QByteArray &to, const NamedObject &object, const VarBind &varBind) const {
    const Value &value = varBind.value;
    to.append("\"type\":\"").append(object.type(value).toLatin1()).append('"');
    if (value.isException() || value.type() == Value::Type::Null)
        return;
    if (value.type() == Value::Type::Counter64 || value.type() == Value::Type::OpaqueUnsigned64) {
        to.append(",\"value\":");
        bytes::appendNumber(to, value.toUnsigned());
    } else if (value.isInteger()) {
        to.append(",\"value\":");
        bytes::appendNumber(to, value.toSigned());
    } else if (value.type() == Value::Type::OpaqueFloat || value.type() == Value::Type::OpaqueDouble) {
        const double number = value.toDouble();
        const int digits = value.type() == Value::Type::OpaqueFloat ? 9 : 17;
        if (std::isfinite(number)) // JSON has no word for the others
            to.append(",\"value\":").append(QByteArray::number(number, 'g', digits));
    } else if (value.type() == Value::Type::ObjectIdentifier) {
        to.append(",\"value\":\"");
        appendDotted(to, value.toOid().parts());
        to.append('"');
    } else if (!value.octets().isEmpty()) {
        to.append(",\"hex\":\"").append(value.octets().toHex()).append('"');
    }
    const QString text = m_describe.value(varBind);
    if (!text.isEmpty())
        to.append(",\"text\":").append(JsonObject::quoted(text));
}

} // namespace walkabout
