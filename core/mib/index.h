// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"
#include "core/mib/noderef.h"

#include <variant>

namespace walkabout {

/// One typed value of an instance suffix.
struct IndexValue {
    QString name; // the index object's name
    TypeInfo type;
    bool implied = false;
    std::variant<qint64, QByteArray, Oid> value; // integers; octets and addresses; object identifiers
    QString text; // as a person reads it: "10.0.0.1", "up", "ssh"

    friend bool operator==(const IndexValue &a, const IndexValue &b) { return a.name == b.name && a.value == b.value; }
};

namespace index {

/// A row's INDEX, read once for many instances: a value that needs no library once made.
class Schema final {
public:
    Schema() = default;
    explicit Schema(const NodeRef &row);

    struct Part {
        QString name; // without its module
        bool implied = false;
        TypeInfo type;

        /// It reads as the number that it is.
        [[nodiscard]] bool isPlain() const;
        /// It is four numbers, and reads as they stand.
        [[nodiscard]] bool isIpAddress() const { return type.base == BaseType::IpAddress; }
    };

    [[nodiscard]] bool isEmpty() const { return m_parts.isEmpty(); }
    /// Every part reads as the number that it is.
    [[nodiscard]] bool isPlain() const;
    [[nodiscard]] const QList<Part> &parts() const { return m_parts; }
    [[nodiscard]] std::optional<QList<IndexValue>> split(std::span<const Oid::Part> instance) const;
    [[nodiscard]] std::optional<Oid> join(const QList<IndexValue> &values) const;
    [[nodiscard]] std::optional<Oid> joinTexts(const QStringList &texts) const;

private:
    QList<Part> m_parts;
};

/// Splits an instance suffix by the row's INDEX (RFC 2578 7.7); InetAddress reads its InetAddressType. nullopt: the
/// suffix does not fit.
[[nodiscard]] std::optional<QList<IndexValue>> split(const NodeRef &row, const Oid &instance);
/// The suffix of these values, in INDEX order; nullopt: a value does not fit its type.
[[nodiscard]] std::optional<Oid> join(const NodeRef &row, const QList<IndexValue> &values);
/// The suffix of texts as a person types them, one an index: numbers, enum labels, strings, addresses, hex (0x..),
/// OIDs.
[[nodiscard]] std::optional<Oid> joinTexts(const NodeRef &row, const QStringList &texts);

} // namespace index
} // namespace walkabout
