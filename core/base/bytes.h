// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <charconv>
#include <concepts>
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

/// A text without its line breaks, for one line of output: control characters stand as \n, \r, \t or \x1b.
[[nodiscard]] QString onOneLine(const QString &text);

/// Decimal digits, straight into the bytes.
void appendNumber(QByteArray &to, std::integral auto number) {
    std::array<char, 24> digits; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    to.append(digits.data(), end - digits.data());
}

} // namespace walkabout::bytes
