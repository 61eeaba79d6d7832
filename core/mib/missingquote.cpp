// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/missingquote.h"

#include <algorithm>
#include <array>

namespace walkabout::mib {

namespace {

using View = std::string_view;

// A quotation mark follows these.
constexpr std::array TextClauses{View("DESCRIPTION"), View("REFERENCE"), View("CONTACT-INFO"), View("ORGANIZATION"),
    View("UNITS"), View("DISPLAY-HINT"), View("LAST-UPDATED"), View("REVISION"), View("PRODUCT-RELEASE")};
constexpr std::array OtherClauses{View("::="), View("SYNTAX"), View("MAX-ACCESS"), View("ACCESS"), View("STATUS"),
    View("INDEX"), View("AUGMENTS"), View("DEFVAL"), View("OBJECTS"), View("ENTERPRISE"), View("VARIABLES")};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// One clause stands alone on its line, or begins it.
bool beginsClause(std::string_view line) {
    const auto begins = [line](std::string_view word) {
        return line.starts_with(word) && (line.size() == word.size() || isBlank(line[word.size()]));
    };
    return std::ranges::any_of(TextClauses, begins) || std::ranges::any_of(OtherClauses, begins);
}

} // namespace

std::optional<size_t> endOfUnclosedText(std::string_view contents) {
    const size_t last = contents.find_last_not_of(" \t\r\n\f");
    if (last == std::string_view::npos)
        return std::nullopt;
    const std::string_view upToIt = contents.substr(0, last + 1);
    const size_t begin = upToIt.find_last_of(" \t\r\n\f") + 1; // npos + 1 is 0
    if (begin == 0 || std::ranges::find(TextClauses, upToIt.substr(begin)) == TextClauses.end())
        return std::nullopt;
    size_t line = contents.find('\n');
    while (line != std::string_view::npos) {
        const size_t first = contents.find_first_not_of(" \t\r\f", line + 1);
        if (first == std::string_view::npos)
            break;
        const size_t end = std::min(contents.find('\n', first), contents.size());
        if (beginsClause(contents.substr(first, end - first)))
            return line;
        line = contents.find('\n', first);
    }
    return std::nullopt;
}

} // namespace walkabout::mib
