// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/index.h"
#include "core/snmp/value.h"

#include <variant>

namespace walkabout {

/// What a cell sorts by: enums and numbers by number, addresses by bytes, OIDs as agents walk, names naturally (Gi1/0/2
/// before Gi1/0/10); holes after everything, whichever way the order runs.
class CellKey final {
public:
    CellKey() = default; // a hole
    static CellKey of(const Value &value, const TypeInfo &type);
    static CellKey of(const IndexValue &index);

    [[nodiscard]] bool isHole() const { return m_key.index() == 0; }
    [[nodiscard]] bool isBefore(const CellKey &other) const;

private:
    using Key = std::variant<std::monostate, qint64, quint64, double, QString, QByteArray, Oid>;
    explicit CellKey(Key key)
        : m_key(std::move(key)) {}
    static Key octets(const QByteArray &bytes, const QString &displayHint);

    Key m_key;
};

/// Runs of digits compare as numbers, the rest without case.
[[nodiscard]] bool isNaturallyBefore(QStringView a, QStringView b);

} // namespace walkabout
