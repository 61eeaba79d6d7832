// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace walkabout {

/// The base types of SMIv1 and SMIv2 (RFC 1155 3.2, RFC 2578 7.1).
enum class BaseType : quint8 {
    None,
    Integer32, // INTEGER too; enumerated if enums are not empty
    Unsigned32,
    OctetString,
    ObjectIdentifier,
    Bits,
    IpAddress,
    Counter32,
    Gauge32,
    TimeTicks,
    Opaque,
    Counter64,
    NsapAddress,
    NetworkAddress, // SMIv1's CHOICE of one: an IpAddress on the wire, five parts in an index
    Sequence,
};

/// "Integer32", "OctetString", "Bits" ...: as the command line's JSON has it.
[[nodiscard]] QString baseTypeName(BaseType type);

enum class NodeKind : quint8 {
    Node,
    Module,
    Scalar,
    Table,
    Row,
    Column,
    Notification,
    Group,
    Compliance,
    Capabilities
};
[[nodiscard]] QString nodeKindName(NodeKind kind); // "module", "node", "scalar" ...

enum class Access : quint8 {
    None,
    NotAccessible,
    AccessibleForNotify,
    ReadOnly,
    ReadWrite,
    ReadCreate,
    WriteOnly,
    NotImplemented
};
[[nodiscard]] QString accessName(Access access); // "read-only" ...; empty for None

enum class Status : quint8 { None, Current, Deprecated, Obsolete, Mandatory, Optional };
[[nodiscard]] QString statusName(Status status);

/// One (min..max) of a value range or SIZE, exact for signed and unsigned 64-bit bounds.
struct Range {
    qint64 low = 0; // as unsigned where isUnsigned
    qint64 high = 0;
    bool isUnsigned = false;

    friend bool operator==(const Range &, const Range &) = default;
};

struct EnumItem {
    QString label;
    qint64 number = 0; // the bit's position where the type is BITS

    friend bool operator==(const EnumItem &, const EnumItem &) = default;
};

/// A type as one object or textual convention has it, refinements applied.
struct TypeInfo {
    QString name; // as written in SYNTAX: "DisplayString", "Integer32", "INTEGER"
    QString qualifiedName; // "SNMPv2-TC::DisplayString"; empty for a base type
    BaseType base = BaseType::None;
    QString displayHint; // its own or the nearest below it in the chain
    QList<EnumItem> enums; // values, or bits of BITS
    QList<Range> ranges; // of the value
    QList<Range> sizes; // SIZE of octets
    QStringList chain; // qualified names from this type down to the base, this one left out
    // Of a textual convention itself:
    Status status = Status::None;
    QString description;
    QString reference;
    QString module;
    QString file;
    int line = 0;
};

/// One INDEX item of a row.
struct IndexItem {
    QString name; // the object's name, "IF-MIB::ifIndex" where it is another module's
    bool implied = false;

    friend bool operator==(const IndexItem &, const IndexItem &) = default;
};

} // namespace walkabout
