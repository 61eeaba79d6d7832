// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace walkabout::mib {

/// What a byte of a module's source is, whatever the locale says.
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Of a name: a letter, a digit, a hyphen, or the underscore of vendors.
constexpr bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-' || c == '_';
}

/// Where the first byte beyond ASCII stands; the size: there is none.
inline size_t firstNonAscii(std::string_view bytes) {
    constexpr std::uint64_t HighBits = 0x8080808080808080ULL;
    size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof eight <= bytes.size(); at += sizeof eight) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & HighBits) != 0)
            break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 128)
        ++at;
    return at;
}

} // namespace walkabout::mib
