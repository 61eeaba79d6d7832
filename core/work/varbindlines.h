// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"

namespace walkabout {

/// Varbinds as lines for a terminal or a script: text with the letters of net-snmp's -O, or JSON.
class VarBindLines final {
public:
    struct Style {
        bool json = false;
        bool isNumeric = false; // n
        bool isQuick = false; // q
        bool valuesOnly = false; // v
        bool enumNumbers = false; // e
    };
    VarBindLines(Library::Pointer library, Style style);

    /// What the device of the next lines calls its interfaces: values and indexes that stand for one are told by name,
    /// in JSON by a field of its own. nullptr: they are not.
    void setInterfaces(InterfaceNames::Pointer interfaces) { m_interfaces = std::move(interfaces); }

    /// Without a line break.
    void append(QByteArray &to, const VarBind &varBind) const;
    /// JSON: {"type":...,"value":...,"text":...} without the instance's own names.
    void appendValue(QByteArray &to, const VarBind &varBind) const;

private:
    void appendText(QByteArray &to, const VarBind &varBind) const;
    void appendName(QByteArray &to, const NamedObject &object, const Oid &instance) const;
    [[nodiscard]] QString interfaceOf(const NamedObject &object, const Value &value) const;
    void appendTextValue(QByteArray &to, const NamedObject &object, const VarBind &varBind) const;
    void appendJsonValue(QByteArray &to, const NamedObject &object, const VarBind &varBind) const;

    Describe m_describe;
    Style m_style;
    InterfaceNames::Pointer m_interfaces;
};

} // namespace walkabout
