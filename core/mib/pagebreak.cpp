// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/pagebreak.h"

#include "core/mib/asciibyte.h"

#include <algorithm>
#include <array>

namespace walkabout::mib {

namespace {

// "[Page 12]" at the end, and something before it.
bool isFoot(std::string_view line) {
    constexpr std::string_view Page = "[Page ";
    if (!line.ends_with(']'))
        return false;
    const size_t at = line.rfind(Page);
    if (at == std::string_view::npos || at == 0)
        return false;
    const std::string_view number = line.substr(at + Page.size(), line.size() - at - Page.size() - 1);
    return !number.empty() && std::ranges::all_of(number, isDigit);
}

// "RFC 2863" or "Internet-Draft", a gap, a title, a gap, and a month and a year at the end.
bool isHead(std::string_view line) {
    constexpr std::array<std::string_view, 12> Months{"January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December"};
    constexpr std::string_view Gap = "  ";
    constexpr size_t YearLength = 4;
    const bool isRfc = line.starts_with("RFC ") && line.size() > 4 && isDigit(line[4]);
    if (!isRfc && !line.starts_with("Internet-Draft") && !line.starts_with("INTERNET-DRAFT"))
        return false;
    const size_t gap = line.rfind(Gap);
    if (gap == std::string_view::npos || line.size() < YearLength + 1)
        return false;
    if (!std::ranges::all_of(line.substr(line.size() - YearLength), isDigit))
        return false;
    const std::string_view date = line.substr(gap + Gap.size());
    return std::ranges::any_of(Months, [date](std::string_view month) {
        const size_t at = date.find(month.substr(0, 3));
        return at != std::string_view::npos && at < date.size() - YearLength;
    });
}

} // namespace

bool isPageFurniture(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.remove_suffix(1);
    while (!line.empty() && line.front() == '\f')
        line.remove_prefix(1);
    if (line.empty() || line.front() == ' ' || line.front() == '\t' || line.front() == '-')
        return false;
    return isFoot(line) || isHead(line);
}

} // namespace walkabout::mib
