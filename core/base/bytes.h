// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace walkabout::bytes {

/// Lower-case hex, two digits an octet, with the separator between octets (none where it is a null QChar): "00 1a 2b".
[[nodiscard]] QString toHex(QByteArrayView bytes, QChar separator = u' ');

/// Reads hex with or without separators (space, ':', '-', '.'), an optional leading 0x; nullopt: odd digits or other
/// characters.
[[nodiscard]] std::optional<QByteArray> fromHex(QStringView text);

/// The text of octets that are printable UTF-8: no control characters but tab, CR and LF, one trailing NUL allowed (and
/// dropped).
[[nodiscard]] std::optional<QString> printableText(QByteArrayView bytes);

} // namespace walkabout::bytes
