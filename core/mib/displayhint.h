// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace walkabout::displayhint {

/// DISPLAY-HINT both ways (RFC 2579 3.1). A hint that is not one, or does not fit, gives nullopt; widths are bounded,
/// never trusted.
[[nodiscard]] std::optional<QString> formatInteger(qint64 value, QStringView hint);
[[nodiscard]] std::optional<QString> formatOctets(QByteArrayView octets, QStringView hint);
[[nodiscard]] std::optional<qint64> parseInteger(QStringView text, QStringView hint);
[[nodiscard]] std::optional<QByteArray> parseOctets(QStringView text, QStringView hint);

} // namespace walkabout::displayhint
