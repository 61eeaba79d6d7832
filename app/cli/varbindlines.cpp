// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/varbindlines.h"

#include "app/cli/jsonobject.h"

#include <cmath>

namespace walkabout {

VarBindLines::VarBindLines(const Library::Pointer &library, const OutputOptions &output, bool json)
    : m_describe(library, Describe::Style::Terminal)
    , m_json(json)
    , m_isNumeric(output.has('n'))
    , m_isQuick(output.has('q'))
    , m_valuesOnly(output.has('v'))
    , m_enumNumbers(output.has('e')) {}

void VarBindLines::look(const Oid &oid) {
    if (!m_object.covers(oid))
        m_object = NamedObject(*m_describe.library(), oid);
}

void VarBindLines::append(QByteArray &to, const VarBind &varBind) {
    look(varBind.oid);
    if (!m_json)
        return appendText(to, varBind);
    to.append("{\"oid\":\"");
    appendDotted(to, varBind.oid.parts());
    if (m_object.hasName()) {
        to.append("\",\"name\":\"");
        m_object.appendName(to, varBind.oid);
    }
    to.append("\",");
    appendJsonValue(to, varBind);
    to.append('}');
}

void VarBindLines::appendValue(QByteArray &to, const VarBind &varBind) {
    look(varBind.oid);
    to.append('{');
    appendJsonValue(to, varBind);
    to.append('}');
}

void VarBindLines::appendText(QByteArray &to, const VarBind &varBind) const {
    if (!m_valuesOnly) {
        if (m_isNumeric) {
            to.append('.');
            appendDotted(to, varBind.oid.parts());
        } else {
            m_object.appendName(to, varBind.oid);
        }
        to.append(m_isQuick ? " " : " = ");
    }
    if (m_isNumeric && varBind.value.type() == Value::Type::ObjectIdentifier) {
        to.append('.');
        appendDotted(to, varBind.value.toOid().parts());
        return;
    }
    if (const QByteArrayView label = m_object.label(varBind.value); !label.isEmpty()) {
        if (m_enumNumbers)
            to.append(QByteArray::number(varBind.value.toSigned()));
        else if (m_isQuick)
            to.append(label);
        else
            to.append(label).append('(').append(QByteArray::number(varBind.value.toSigned())).append(')');
        return;
    }
    appendReading(to, varBind);
}

void VarBindLines::appendReading(QByteArray &to, const VarBind &varBind) const {
    if (!m_object.appendSimple(to, varBind.value))
        to.append(m_describe.value(varBind).toUtf8());
}

void VarBindLines::appendJsonValue(QByteArray &to, const VarBind &varBind) const {
    const Value &value = varBind.value;
    to.append("\"type\":\"").append(m_object.type(value)).append('"');
    if (value.isException() || value.type() == Value::Type::Null)
        return;
    if (value.type() == Value::Type::Counter64 || value.type() == Value::Type::OpaqueUnsigned64) {
        to.append(",\"value\":").append(QByteArray::number(value.toUnsigned()));
    } else if (value.isInteger()) {
        to.append(",\"value\":").append(QByteArray::number(value.toSigned()));
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
