// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace walkabout::mib {

/// A description as a person reads it, of the bytes between its quotation marks: decoded, its common indentation and
/// the heads and feet of pages taken off.
[[nodiscard]] QString prose(std::string_view bytes);

} // namespace walkabout::mib
