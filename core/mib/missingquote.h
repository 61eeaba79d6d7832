// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace walkabout::mib {

/// Where a text ends whose closing quotation mark is missing, so that the mark taken for it opens the next text: the
/// text then ends in a clause's name ("... DESCRIPTION \""). An offset into the contents, at the line of the first
/// clause in them; nullopt: nothing is missing.
[[nodiscard]] std::optional<size_t> endOfUnclosedText(std::string_view contents);

} // namespace walkabout::mib
