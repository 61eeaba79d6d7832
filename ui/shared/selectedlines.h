// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QItemSelectionModel;

namespace walkabout {

/// The rows that hold a selected cell, each once, from the top; of a flat model.
[[nodiscard]] std::vector<int> linesOf(const QItemSelectionModel &selection);

} // namespace walkabout
