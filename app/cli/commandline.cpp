// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace walkabout::commandline {

namespace {

constexpr std::string_view Valued = "vclauAxXnetrOC";
constexpr std::string_view Secret = "cAX";

bool isLetter(std::string_view argument, std::string_view letters) {
    return argument.size() >= 2 && argument[0] == '-' && letters.find(argument[1]) != std::string_view::npos;
}

void wipe(char *text) {
    if (std::strcmp(text, "-") != 0)
        std::fill_n(text, std::strlen(text), 'x');
}

} // namespace

std::vector<std::string> joined(std::span<char *const> arguments) {
    std::vector<std::string> words;
    for (size_t i = 0; i < arguments.size(); ++i) {
        std::string word = arguments[i];
        if (word == "--") {
            words.insert(words.end(), arguments.begin() + std::ptrdiff_t(i), arguments.end());
            break;
        }
        const auto more = [&] { return i + 1 < arguments.size() && *arguments[i + 1]; };
        if (word.size() == 2 && isLetter(word, Valued) && more())
            word += arguments[++i];
        if ((word == "-Cn" || word == "-Cr") && more())
            word += arguments[++i];
        words.push_back(std::move(word));
    }
    return words;
}

void hideSecrets(std::span<char *const> arguments) {
    for (size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        if (word == "--")
            return;
        const bool isWrite = word == "--write";
        if ((isWrite || (word.size() == 2 && isLetter(word, Secret))) && i + 1 < arguments.size())
            wipe(arguments[++i]);
        else if (isLetter(word, Secret))
            wipe(arguments[i] + 2);
        else if (word.starts_with("--write="))
            wipe(arguments[i] + 8);
        else if (word.size() == 2 && isLetter(word, Valued))
            ++i; // its value is no letter
    }
}

} // namespace walkabout::commandline
