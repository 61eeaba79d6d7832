// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <optional>

namespace walkabout {

/// TimeTicks and DateAndTime as people read and type them.
class TimeText final {
    Q_DECLARE_TR_FUNCTIONS(TimeText)

public:
    /// "12d 03:04:05"; under a day "03:04:05".
    [[nodiscard]] static QString ticks(quint32 hundredths);
    /// "(104584507) 12 days, 2:30:45.07", as net-snmp's users know it.
    [[nodiscard]] static QString ticksWithDays(quint32 hundredths);
    /// A plain number of hundredths, "12d 03:04:05", "3:04:05.5" or what ticksWithDays gives.
    [[nodiscard]] static std::optional<quint32> readTicks(QStringView text);

    /// "2026-11-22 03:04:05 +01:00"; 8 octets: the device's local time; zeros: not set. nullopt: no date (RFC 2579
    /// DateAndTime).
    [[nodiscard]] static std::optional<QString> date(QByteArrayView octets);
    /// What date() gives, ISO 8601, with or without an offset; nullopt: no date.
    [[nodiscard]] static std::optional<QByteArray> readDate(QStringView text);
};

} // namespace walkabout
