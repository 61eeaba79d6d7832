// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/namedobject.h"
#include "app/cli/options.h"
#include "core/work/describe.h"

namespace walkabout {

/// Varbinds as lines, as the person asked for them: text with -O's letters, or JSON. Remembers the object of the line
/// before.
class VarBindLines final {
public:
    VarBindLines(const Library::Pointer &library, const OutputOptions &output, bool json);

    /// Without a line break.
    void append(QByteArray &to, const VarBind &varBind);
    /// JSON: {"type":...,"value":...,"text":...} without the instance's own names.
    void appendValue(QByteArray &to, const VarBind &varBind);

private:
    void look(const Oid &oid);
    void appendText(QByteArray &to, const VarBind &varBind) const;
    void appendReading(QByteArray &to, const VarBind &varBind) const;
    void appendJsonValue(QByteArray &to, const VarBind &varBind) const;

    Describe m_describe;
    NamedObject m_object;
    bool m_json = false;
    bool m_isNumeric = false; // -On
    bool m_isQuick = false; // -Oq
    bool m_valuesOnly = false; // -Ov
    bool m_enumNumbers = false; // -Oe
};

} // namespace walkabout
