// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/index.h"
#include "core/mib/library.h"
#include "core/work/interfacenames.h"
#include "core/work/valuetext.h"

namespace walkabout {

/// What a library says of one object, looked up once for its many instances: their names, as bytes ready to be written,
/// and how their values read. Kept by a Describe, which holds the library.
class NamedObject final {
public:
    /// node: the nearest that the library has.
    NamedObject(const NodeRef &node, Describe::Style style, OctetForm form = OctetForm::Automatic);

    /// No other object is nearer to this instance.
    [[nodiscard]] bool covers(const Oid &instance) const { return m_isLeaf && instance.startsWith(m_oid); }
    [[nodiscard]] const NodeRef &node() const { return m_node; }
    [[nodiscard]] bool hasName() const { return !m_name.isEmpty(); }
    /// "ifOperStatus"
    [[nodiscard]] const QString &name() const { return m_name; }
    /// "IF-MIB::ifOperStatus"
    [[nodiscard]] const QByteArray &qualifiedName() const { return m_qualifiedName; }
    /// The object that the name is of: what follows in an instance is told by number, or by index.
    [[nodiscard]] const Oid &oid() const { return m_oid; }
    /// typedName() holds no words that appendName() does not.
    [[nodiscard]] bool isPlainlyIndexed(const InterfaceNames *interfaces) const {
        return m_index.isPlain() && (!interfaces || indexRefers() == Refers::Nothing);
    }
    [[nodiscard]] bool isDate() const { return m_text.isDate(); }

    /// "IF-MIB::ifOperStatus.3"; the dotted OID where nothing names it.
    void appendName(QByteArray &to, const Oid &instance) const;
    /// "ifOperStatus[3]": typed indices where the suffix fits the INDEX; interfaces by name where names are given.
    [[nodiscard]] QString typedName(const Oid &instance, const InterfaceNames *interfaces = nullptr) const;
    /// The same, straight into the bytes.
    void appendTypedName(QByteArray &to, const Oid &instance, const InterfaceNames *interfaces) const;
    /// What its values stand for, and the first part of its index that stands for something.
    [[nodiscard]] Refers refers() const { return m_refers; }
    [[nodiscard]] Refers indexRefers() const;
    /// "Gi1/0/7 · uplink core2 (10107)": the first interface in this index that has a name; empty: none.
    [[nodiscard]] QString indexInterface(const Oid &instance, const InterfaceNames &interfaces) const;
    /// Bits and Unsigned32 where the library says so, else the wire type.
    [[nodiscard]] QString type(const Value &value) const;
    [[nodiscard]] const ValueText &text() const { return m_text; }

private:
    [[nodiscard]] bool appendNumbered(
        QByteArray &to, std::span<const Oid::Part> suffix, const InterfaceNames *interfaces) const;

    NodeRef m_node;
    Oid m_oid; // of the node that gives the name: OIDs below it are told by number
    QString m_name;
    QByteArray m_qualifiedName;
    ValueText m_text;
    index::Schema m_index; // of a column
    Refers m_refers = Refers::Nothing;
    QList<Refers> m_indexRefers; // by part
    bool m_isLeaf = false;
    bool m_isNumbered = false; // its index is of numbers and IP addresses
};

/// "1.3.6", straight into the bytes.
void appendDotted(QByteArray &to, std::span<const Oid::Part> parts);

} // namespace walkabout
