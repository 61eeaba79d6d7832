// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/index.h"
#include "core/snmp/value.h"

#include <QByteArray>
#include <QVarLengthArray>

namespace walkabout {

/// What a row sorts by, as bytes that order by memcmp: numbers exactly whatever their wire type (enums by number), then
/// text naturally (Gi1/0/2 before Gi1/0/10, case ignored), OIDs as agents walk, octets and addresses by bytes. A value,
/// made once a row; a short one holds no memory of its own.
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
    /// As text where they are printable, else as octets.
    static SortKey textOctets(QByteArrayView bytes);

    /// Whether octets of this type sort as text where they are printable; not addresses, hex and bits.
    [[nodiscard]] static bool octetsAreText(const TypeInfo &type);

    [[nodiscard]] bool isHole() const { return m_bytes.isEmpty(); }
    [[nodiscard]] QByteArrayView bytes() const { return {m_bytes.constData(), m_bytes.size()}; }
    friend bool operator<(const SortKey &a, const SortKey &b);

private:
    explicit SortKey(char kind) { m_bytes.append(kind); }
    SortKey(char kind, quint64 number);

    template <class T>
    void append(T number);
    template <class View>
    void appendNatural(View ascii);

    QVarLengthArray<char, 48> m_bytes;
};

} // namespace walkabout
