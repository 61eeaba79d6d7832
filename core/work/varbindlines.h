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

    /// Without a line break.
    void append(QByteArray &to, const VarBind &varBind) const;
    /// JSON: {"type":...,"value":...,"text":...} without the instance's own names.
    void appendValue(QByteArray &to, const VarBind &varBind) const;

private:
    void appendText(QByteArray &to, const VarBind &varBind) const;
    void appendTextValue(QByteArray &to, const NamedObject &object, const VarBind &varBind) const;
    void appendJsonValue(QByteArray &to, const NamedObject &object, const VarBind &varBind) const;

    Describe m_describe;
    Style m_style;
};

} // namespace walkabout
