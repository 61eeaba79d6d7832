// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace walkabout::mib {

/// What a byte of a module's source is, whatever the locale says.
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Of a name: a letter, a digit, a hyphen, or the underscore of vendors.
constexpr bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-' || c == '_';
}

} // namespace walkabout::mib
