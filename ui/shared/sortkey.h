// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/index.h"
#include "core/snmp/value.h"

#include <QByteArray>

namespace walkabout {

/// What a row sorts by, as bytes that order by memcmp: numbers exactly whatever their wire type (enums by number), then
/// text naturally (Gi1/0/2 before Gi1/0/10, case ignored), OIDs as agents walk, octets and addresses by bytes. A value,
/// made once a row.
class SortKey final {
public:
    SortKey() = default; // a hole: after everything, whichever way the order runs
    static SortKey of(const Value &value, bool octetsAreText);
    static SortKey of(const Value &value, const TypeInfo &type) { return of(value, octetsAreText(type)); }
    static SortKey of(const IndexValue &index);
    static SortKey of(const Oid &oid);
    static SortKey number(qint64 number);
    static SortKey number(quint64 number);
    static SortKey number(double number);
    static SortKey text(QStringView text);
    static SortKey octets(QByteArrayView bytes);

    /// Whether octets of this type sort as text where they are printable; not addresses, hex and bits.
    [[nodiscard]] static bool octetsAreText(const TypeInfo &type);

    [[nodiscard]] bool isHole() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    friend bool operator<(const SortKey &a, const SortKey &b) { return a.m_bytes < b.m_bytes; }

private:
    explicit SortKey(QByteArray bytes)
        : m_bytes(std::move(bytes)) {}

    QByteArray m_bytes;
};

} // namespace walkabout
