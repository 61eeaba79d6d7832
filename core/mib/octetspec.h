// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace walkabout::displayhint {

/// One octet-format specification of a DISPLAY-HINT (RFC 2579 3.1): a value.
struct OctetSpec {
    static constexpr qsizetype Longest = 65535; // no OCTET STRING is longer: wider lengths mean the same

    bool repeats = false; // '*': the first octet says how often
    qsizetype length = 0; // octets
    char16_t format = 0; // d x o a t
    QChar separator; // null: none
    QChar terminator; // after a repeat; null: none

    [[nodiscard]] bool isText() const { return format == u'a' || format == u't'; }
    [[nodiscard]] int radix() const { return format == u'x' ? 16 : format == u'o' ? 8 : 10; }

    /// All of a hint; empty: it is not one.
    static QList<OctetSpec> read(QStringView hint);
};

/// As displayhint::formatOctets, with a hint read once for many values.
[[nodiscard]] std::optional<QString> formatOctets(QByteArrayView octets, const QList<OctetSpec> &specs);

} // namespace walkabout::displayhint
