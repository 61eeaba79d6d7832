// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace walkabout::mib {

/// Whether this line, without its line break, is the foot or the head of a page: what an RFC's plain text has between
/// two parts of a module ("Author   Standards Track   [Page 12]", "RFC 2863   Title   June 2000", RFC 7322 4). Only
/// lines that begin at the left edge are.
[[nodiscard]] bool isPageFurniture(std::string_view line);

} // namespace walkabout::mib
