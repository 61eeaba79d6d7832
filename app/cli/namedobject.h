// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/varbind.h"

#include <QByteArray>
#include <QHash>

namespace walkabout {

/// What the library says of one object, as bytes ready to be written: kept from one varbind of a walk to the next, so
/// that a column's name, enum and hint are looked up once and not once a row.
class NamedObject final {
public:
    NamedObject() = default;
    NamedObject(const Library &library, const Oid &instance);

    /// Whether all that is here holds for this instance too.
    [[nodiscard]] bool covers(const Oid &instance) const { return m_isLeaf && instance.startsWith(m_oid); }

    /// "IF-MIB::ifOperStatus.3"; the dotted OID where nothing names it.
    void appendName(QByteArray &to, const Oid &instance) const;
    [[nodiscard]] bool hasName() const { return !m_name.isEmpty(); }
    /// Bits and Unsigned32 where the library says so, else the wire type.
    [[nodiscard]] QByteArray type(const Value &value) const;
    /// A value that is its own text: a plain number, or printable octets under a text hint. Says false where it is not
    /// that simple.
    [[nodiscard]] bool appendSimple(QByteArray &to, const Value &value) const;
    /// The label of an enumerated number; empty: none.
    [[nodiscard]] QByteArrayView label(const Value &value) const;

private:
    Oid m_oid;
    QByteArray m_name;
    bool m_isLeaf = false;
    BaseType m_base = BaseType::None;
    bool m_hasHint = false;
    qsizetype m_textLength = -1; // of a hint that shows octets as they are; -1: another or none
    QHash<qint64, QByteArray> m_labels;
};

/// ".1.3.6" without the first dot, straight into the bytes.
void appendDotted(QByteArray &to, std::span<const Oid::Part> parts);

} // namespace walkabout
