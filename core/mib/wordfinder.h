// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace walkabout::mib {

/// Finds one word in much text, ASCII letters in either case: sixteen places at a time where the processor can.
class WordFinder final {
public:
    /// In lower case, not empty.
    explicit WordFinder(std::string lowerWord);

    [[nodiscard]] const std::string &word() const { return m_word; }
    /// Where it stands next; npos: nowhere.
    [[nodiscard]] size_t find(std::string_view text, size_t from = 0) const;
    [[nodiscard]] bool isIn(std::string_view text) const { return find(text) != std::string_view::npos; }

private:
    [[nodiscard]] bool standsAt(const char *text) const;

    std::string m_word;
    char m_firstFold = 0; // the bit that a capital lacks, if it is a letter
    char m_lastFold = 0;
};

} // namespace walkabout::mib
