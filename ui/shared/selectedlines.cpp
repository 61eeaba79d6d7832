// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/selectedlines.h"

#include <QItemSelectionModel>

#include <algorithm>

namespace walkabout {

std::vector<int> linesOf(const QItemSelectionModel &selection) {
    std::vector<int> lines;
    for (const QItemSelectionRange &range : selection.selection()) {
        for (int line = range.top(); line <= range.bottom(); ++line)
            lines.push_back(line);
    }
    std::ranges::sort(lines);
    const auto again = std::unique(lines.begin(), lines.end());
    lines.erase(again, lines.end());
    return lines;
}

} // namespace walkabout
