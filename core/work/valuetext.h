// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/octetspec.h"
#include "core/mib/types.h"
#include "core/snmp/value.h"
#include "core/work/describe.h"

#include <QCoreApplication>

namespace walkabout {

/// How one object's values are read: what its type says, looked up once for many values (behaviour.md, "Text of
/// values").
class ValueText final {
    Q_DECLARE_TR_FUNCTIONS(ValueText)

public:
    ValueText() = default;
    ValueText(TypeInfo type, Describe::Style style, OctetForm form = OctetForm::Automatic);

    /// Every value but object identifiers, whose names only Describe knows.
    [[nodiscard]] QString of(const Value &value) const;
    /// A value that is its own text, straight into the bytes: a plain number, or printable octets under a text hint.
    /// Says false where it is not that simple.
    [[nodiscard]] bool appendSimple(QByteArray &to, const Value &value) const;
    /// What the enumeration calls a number; nullptr: nothing.
    [[nodiscard]] const EnumItem *item(const Value &value) const;
    [[nodiscard]] const TypeInfo &type() const { return m_type; }
    [[nodiscard]] bool isDate() const { return m_octets == Octets::Date; }

private:
    enum class Octets { Plain, Hinted, Text, Bits, Address, Hardware, Date, Hex, AnyText, AnyAddress };
    [[nodiscard]] static std::optional<Octets> octetsOf(OctetForm form);
    [[nodiscard]] QString ofInteger(const Value &value) const;
    [[nodiscard]] QString ofOctets(const QByteArray &octets) const;
    [[nodiscard]] QString ofBits(const QByteArray &octets) const;
    [[nodiscard]] QString ofText(const QByteArray &octets) const;
    [[nodiscard]] QString ofException(Value::Type type) const;

    TypeInfo m_type;
    Describe::Style m_style = Describe::Style::Window;
    Octets m_octets = Octets::Plain;
    QList<displayhint::OctetSpec> m_specs; // of the hint
    QStringList m_labels; // of the enumeration, as they are shown
};

} // namespace walkabout
